import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import { shardsOf } from "./inspect.js";
import type { FileRole, Layout } from "./layouts.js";
import { LAYOUTS } from "./layouts.js";
import type { ModelKind } from "./located.js";
import type { KnownModel } from "./manifest.js";
import { checkName, findKnown } from "./names.js";

export interface FoundFile {
  /** In the model's folder. */
  readonly path: string;
  /** The file itself, links followed: in a Hugging Face cache its name is its digest. */
  readonly from: string;
  readonly role: FileRole;
}

/** A model that lies elsewhere on this machine, whole. */
export interface FoundModel {
  readonly name: string;
  readonly layout: Layout;
  readonly files: readonly FoundFile[];
  readonly origin: { readonly repository: string; readonly revision: string } | null;
  /** Of the weights as published, where that is known. */
  readonly sha256?: string;
}

/** What looked like a known model and is none that can be taken. */
export interface Skipped {
  readonly where: string;
  readonly why: string;
}

export interface Finding {
  readonly models: readonly FoundModel[];
  readonly skipped: readonly Skipped[];
}

async function fileAt(folder: string, path: string, role: FileRole): Promise<FoundFile | undefined> {
  const from = await realpath(join(folder, path)).catch(() => undefined);
  if (from === undefined || !(await stat(from)).isFile()) return undefined;
  return { path, from, role };
}

/** All files of a layout, or the name of the first that is missing. */
async function collect(folder: string, layout: Layout): Promise<FoundFile[] | string> {
  const weights = await fileAt(folder, layout.weights, "weights");
  if (weights === undefined) return layout.weights;
  const files = [weights];
  if (layout.weights.endsWith(".index.json")) {
    for (const name of await shardsOf(weights.from)) {
      const shard = await fileAt(folder, name, "weights");
      if (shard === undefined) return name;
      files.push(shard);
    }
  }
  for (const { role, anyOf } of layout.needs) {
    let taken: FoundFile[] | undefined;
    for (const paths of anyOf) {
      const found = await Promise.all(paths.map((path) => fileAt(folder, path, role)));
      const whole = found.filter((file) => file !== undefined);
      if (whole.length < paths.length) continue;
      taken = whole;
      break;
    }
    if (taken === undefined) return anyOf[0]?.join(" and ") ?? "a file";
    files.push(...taken);
  }
  return files;
}

const configSchema = z.looseObject({ model_type: z.string() });
const KIND_OF: { readonly [type: string]: ModelKind } = { clip: "clip", blip: "blip", florence2: "florence" };

async function kindOf(folder: string): Promise<ModelKind | undefined> {
  if ((await fileAt(folder, "open_clip_config.json", "config")) !== undefined) return "clip";
  const text = await readFile(join(folder, "config.json"), "utf8").catch(() => "{}");
  try {
    return KIND_OF[configSchema.parse(JSON.parse(text)).model_type];
  } catch {
    return undefined;
  }
}

/** Newest first; the one that the main branch stands for before all. */
async function snapshotsOf(repositoryFolder: string): Promise<string[]> {
  const folder = join(repositoryFolder, "snapshots");
  const main = (await readFile(join(repositoryFolder, "refs", "main"), "utf8").catch(() => "")).trim();
  const names = await readdir(folder).catch(() => []);
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  return dated
    .sort((a, b) => Number(b.name === main) - Number(a.name === main) || b.at - a.at)
    .map(({ name }) => join(folder, name));
}

const CACHED = /^models--(.+?)--(.+)$/u;

async function findCached(repositoryFolder: string, models: readonly KnownModel[]): Promise<Finding> {
  const [, owner = "", name = ""] = CACHED.exec(basename(repositoryFolder)) ?? [];
  const repository = `${owner}/${name}`;
  const model = models.find(({ sources }) => sources.some((source) => source.repository === repository));
  if (model === undefined) return { models: [], skipped: [] };
  let missing: string | undefined;
  for (const snapshot of await snapshotsOf(repositoryFolder)) {
    for (const source of model.sources.filter((other) => other.repository === repository)) {
      const files = await collect(snapshot, source.layout);
      if (typeof files !== "string") {
        const origin = { repository, revision: basename(snapshot) };
        const pin = source.sha256 === undefined ? {} : { sha256: source.sha256 };
        return {
          models: [{ name: model.name, layout: source.layout, files, origin, ...pin }],
          skipped: [],
        };
      }
      missing ??= files;
    }
  }
  const why = missing === undefined ? "there is no snapshot in it" : `it has no ${missing}`;
  return { models: [], skipped: [{ where: repositoryFolder, why }] };
}

/** A snapshot's own name is a commit: its repository's tells more. */
function guessName(folder: string): string {
  const isSnapshot = basename(dirname(folder)) === "snapshots";
  const name = basename(isSnapshot ? dirname(dirname(folder)) : folder);
  return name.replace(CACHED, "$1/$2");
}

async function findPlain(folder: string, models: readonly KnownModel[], as?: string): Promise<Finding> {
  const kind = await kindOf(folder);
  const layouts = LAYOUTS.filter((layout) => layout.kind === kind);
  let missing: string | undefined;
  for (const layout of layouts) {
    const files = await collect(folder, layout);
    if (typeof files === "string") {
      missing ??= files;
      continue;
    }
    const known = findKnown(models, as ?? guessName(folder));
    if (known === undefined && as === undefined) {
      throw new ImpromptError("invalid-option", "it is not clear which model this is", {
        where: folder,
        hint: "Say it with --as, such as --as ViT-L-14/openai, or a name of your own.",
      });
    }
    if (known !== undefined && known.kind !== kind) {
      const why = `this is a ${kind} model, and ${known.name} is a ${known.kind} one`;
      return { models: [], skipped: [{ where: folder, why }] };
    }
    const name = known?.name ?? checkName(as ?? "");
    const pin = known?.sources.find((source) => source.layout === layout)?.sha256;
    const found = { name, layout, files, origin: null, ...(pin === undefined ? {} : { sha256: pin }) };
    return { models: [found], skipped: [] };
  }
  return {
    models: [],
    skipped: missing === undefined ? [] : [{ where: folder, why: `it has no ${missing}` }],
  };
}

async function cachedIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => CACHED.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Models in a folder: one that holds a model's files, a snapshot or a repository of a Hugging Face cache, or the
 * whole cache, with or without the `hub` below it. `as` names the model of a plain folder.
 *
 * @throws ImpromptError `input-not-found` where there is none, `invalid-option` where it is not clear which
 */
export async function findModels(
  folder: string,
  models: readonly KnownModel[],
  as?: string,
): Promise<Finding> {
  const here = await realpath(folder).catch(() => undefined);
  if (here === undefined || !(await stat(here)).isDirectory()) {
    throw new ImpromptError("input-not-found", "there is no such folder", { where: folder });
  }
  const repositories = CACHED.test(basename(here))
    ? [here]
    : [...(await cachedIn(here)), ...(await cachedIn(join(here, "hub")))];
  const findings: Finding[] = [];
  if (as === undefined) for (const path of repositories) findings.push(await findCached(path, models));
  if (repositories.length === 0) findings.push(await findPlain(here, models, as));
  else if (as !== undefined) {
    const [snapshot] = repositories.length === 1 ? await snapshotsOf(repositories[0] ?? "") : [];
    if (snapshot !== undefined) findings.push(await findPlain(snapshot, models, as));
  }
  const all: Finding = {
    models: findings.flatMap((finding) => finding.models),
    skipped: findings.flatMap(({ skipped }) => skipped),
  };
  if (all.models.length === 0 && all.skipped.length === 0) {
    throw new ImpromptError("input-not-found", "there is no model here that can be taken", {
      where: folder,
      hint: "Name a folder with config.json, the tokenizer and a .safetensors file, or a Hugging Face cache.",
    });
  }
  return all;
}
