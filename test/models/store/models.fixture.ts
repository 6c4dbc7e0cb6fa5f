import { mkdtempSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../../src/base/random.js";
import { BLIP, CLIP } from "../../../src/models/store/layouts.js";
import type { LocatedModel } from "../../../src/models/store/located.js";
import type { KnownModel } from "../../../src/models/store/manifest.js";
import type { HubSettings, StoreServices } from "../../../src/models/store/services.js";
import { sha256 } from "./hub.fixture.js";

/** A safetensors file of one tensor: `floats` random numbers. */
export function safetensors(floats: number, seed = 1): Buffer {
  const random = seededRandom(seed);
  const header = Buffer.from(
    JSON.stringify({ weight: { dtype: "F32", shape: [floats], data_offsets: [0, floats * 4] } }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  const data = Buffer.from(Float32Array.from({ length: floats }, random).buffer);
  return Buffer.concat([length, header, data]);
}

export const WEIGHTS: Buffer = safetensors(60_000);

/** Files of "org/tiny", a CLIP. */
export function tinyFiles(weights: Buffer = WEIGHTS): Record<string, Buffer> {
  return {
    "org/tiny/model.safetensors": weights,
    "org/tiny/config.json": Buffer.from('{"model_type":"clip"}'),
    "org/tiny/vocab.json": Buffer.from('{"a":0}'),
    "org/tiny/merges.txt": Buffer.from("#version: 0.2\na b\n"),
  };
}

const COMMON = { about: "for tests", bytes: 250_000, licence: "none" };

export const TINY: KnownModel = {
  ...COMMON,
  name: "Tiny-1/test",
  kind: "clip",
  aliases: ["tiny"],
  suits: [],
  sources: [
    { repository: "org/gone", revision: "main", layout: CLIP },
    { repository: "org/tiny", revision: "refs/pr/7", layout: CLIP },
  ],
};

export const TALKER: KnownModel = {
  ...COMMON,
  name: "talker",
  kind: "blip",
  aliases: [],
  suits: [],
  sources: [{ repository: "org/talker", revision: "main", layout: BLIP }],
};

export interface Waits {
  readonly milliseconds: number[];
}

/** Real fetch, real clock; waits are noted and not waited for. */
export function servicesFor(
  hub: HubSettings,
  waits: Waits = { milliseconds: [] },
  others: Partial<StoreServices> = {},
): StoreServices {
  return {
    fetch: globalThis.fetch,
    now: Date.now,
    random: seededRandom(Date.now()),
    wait: async (milliseconds, signal) => {
      waits.milliseconds.push(milliseconds);
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    },
    freeBytes: async () => 1e12,
    process: { id: process.pid, host: "here", isAlive: (id) => id === process.pid },
    hub,
    models: [TINY, TALKER],
    ...others,
  };
}

const made: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "imprompt-store-"));
  made.push(folder);
  return folder;
}

export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
}

export async function weightsDigest(model: LocatedModel | undefined): Promise<string> {
  if (model === undefined) throw new Error("there is no model");
  return sha256(await readFile(join(model.folder, model.weights)));
}
