import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openNodeModelStore } from "../../../src/runtime/model-store.js";

/** Names under which the tiny models of test/fixtures are put, by fixture. */
const FIXTURES: { readonly [name: string]: string } = {
  "ViT-L-14/openai": "clip-tiny-open",
  "ViT-H-14/laion2b_s32b_b79k": "clip-tiny-hf",
  "blip-base": "blip-tiny",
};

export interface TinyModels {
  /** Holds `models` and `cache`, which the environment names until `remove`. */
  readonly folder: string;
  readonly models: string;
  readonly cache: string;
  readonly remove: () => void;
}

/** A store of tiny models with random weights under the names of published ones; what is said by them means nothing. */
export async function tinyModels(names: readonly string[]): Promise<TinyModels> {
  const folder = mkdtempSync(join(tmpdir(), "imprompt-clip-"));
  const [models, cache] = [join(folder, "models"), join(folder, "cache")];
  const before = { ...process.env };
  process.env["IMPROMPT_MODELS"] = models;
  process.env["IMPROMPT_CACHE"] = cache;
  const store = openNodeModelStore();
  for (const name of names) {
    const copy = join(folder, "published");
    cpSync(fileURLToPath(new URL(`../../fixtures/models/${FIXTURES[name]}`, import.meta.url)), copy, {
      recursive: true,
    });
    await store.import(copy, { as: name });
    rmSync(copy, { recursive: true });
  }
  const remove = (): void => {
    for (const variable of ["IMPROMPT_MODELS", "IMPROMPT_CACHE"]) {
      if (before[variable] === undefined) delete process.env[variable];
      else process.env[variable] = before[variable];
    }
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, models, cache, remove };
}
