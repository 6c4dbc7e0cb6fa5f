import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { RemoteFile } from "../hub/probe.js";

/** Where a file grows, and where it lies when it is whole. Absolute paths. */
export interface PartPlace {
  readonly file: string;
  readonly part: string;
  /** Says which content the part is of. */
  readonly state: string;
}

const stateSchema = z.strictObject({
  etag: z.strictObject({ kind: z.enum(["linked", "plain"]), value: z.string() }).nullable(),
  bytes: z.int().nonnegative().nullable(),
  /** Of the whole file, once it has been checked. */
  sha256: z.string().nullable(),
});
type PartState = z.infer<typeof stateSchema>;

/** `root` is the folder of one unfinished model. */
export function partPlace(root: string, path: string): PartPlace {
  return {
    file: join(root, "files", path),
    part: join(root, "parts", `${path}.part`),
    state: join(root, "parts", `${path}.json`),
  };
}

function stateOf({ etag, bytes }: RemoteFile, sha256: string | null): PartState {
  return { etag: etag ?? null, bytes: bytes ?? null, sha256 };
}

async function readState(place: PartPlace): Promise<PartState | undefined> {
  const text = await readFile(place.state, "utf8").catch(() => "");
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A part without an ETag cannot be told from a part of another content. */
function isOf(state: PartState, remote: RemoteFile): boolean {
  const { etag } = remote;
  return (
    etag !== undefined &&
    state.etag?.kind === etag.kind &&
    state.etag.value === etag.value &&
    state.bytes === (remote.bytes ?? null)
  );
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? found.size : undefined;
}

/** What an earlier pull has left of this very content: the whole file, a part, or nothing. */
export async function findPart(
  place: PartPlace,
  remote: RemoteFile,
): Promise<{ readonly bytes: number; readonly sha256?: string }> {
  const state = await readState(place);
  if (state === undefined || !isOf(state, remote)) return { bytes: 0 };
  const whole = await sizeOf(place.file);
  if (state.sha256 !== null && whole !== undefined && whole === (remote.bytes ?? whole)) {
    return { bytes: whole, sha256: state.sha256 };
  }
  return { bytes: (await sizeOf(place.part)) ?? 0 };
}

async function writeState(place: PartPlace, state: PartState): Promise<void> {
  await mkdir(dirname(place.state), { recursive: true });
  const beside = `${place.state}.new`;
  await writeFile(beside, JSON.stringify(state));
  await rename(beside, place.state);
}

/** Notes which content the part is going to be of, before its first byte. */
export async function beginPart(place: PartPlace, remote: RemoteFile): Promise<void> {
  await writeState(place, stateOf(remote, null));
}

/** The part becomes the file. */
export async function finishPart(place: PartPlace, remote: RemoteFile, sha256: string): Promise<void> {
  await mkdir(dirname(place.file), { recursive: true });
  await rename(place.part, place.file);
  await writeState(place, stateOf(remote, sha256));
}

export async function dropPart(place: PartPlace): Promise<void> {
  for (const path of [place.part, place.file, place.state]) await rm(path, { force: true });
}
