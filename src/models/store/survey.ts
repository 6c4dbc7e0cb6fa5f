import { cancelled, downloadFailed, type Trouble } from "./hub/failure.js";
import { persist } from "./hub/persist.js";
import type { RemoteFile } from "./hub/probe.js";
import { probe, urlOf } from "./hub/probe.js";
import type { FileRole, Need } from "./layouts.js";
import type { KnownModel, ModelSource } from "./manifest.js";
import type { StoreServices } from "./services.js";

export interface WantedFile {
  readonly role: FileRole;
  readonly remote: RemoteFile;
}

/** Where a model is going to be pulled from, and all files of it that are known before the first byte. */
export interface Survey {
  readonly source: ModelSource;
  /** The commit where the server names one, so that all files are of one state. */
  readonly revision: string;
  /** The weights first. */
  readonly files: readonly WantedFile[];
}

/** Tries in a row without an answer: less than for a file, which has something to lose. */
const TRIES = 3;

/** The hub answers 401 for repositories that are gone, too: another source may have the model. */
const NOT_HERE = new Set([401, 403, 404, 410]);

interface Asker {
  /** Undefined where the server does not have the file. */
  readonly find: (path: string) => Promise<RemoteFile | undefined>;
  readonly revision: () => string;
  readonly lastTrouble: () => Trouble | undefined;
}

function createAsker(source: ModelSource, services: StoreServices, signal: AbortSignal): Asker {
  const endpoint = services.hub.endpoint ?? services.hub.home;
  let { revision } = source;
  let lastTrouble: Trouble | undefined;
  return {
    revision: () => revision,
    lastTrouble: () => lastTrouble,
    find: async (path) => {
      const url = urlOf(endpoint, source.repository, revision, path);
      const attempt = async (): Promise<{ tried: Awaited<ReturnType<typeof probe>>; progress: boolean }> => ({
        tried: await probe(path, url, services, signal),
        progress: false,
      });
      const tried = await persist(attempt, { tries: TRIES, signal }, services);
      if (tried.ok) {
        revision = tried.value.commit ?? revision;
        return { ...tried.value, url: urlOf(endpoint, source.repository, revision, path) };
      }
      lastTrouble = tried.trouble;
      if (NOT_HERE.has(tried.trouble.status ?? 0)) return undefined;
      throw downloadFailed(`${source.repository}/${path}`, tried.trouble);
    },
  };
}

async function findNeed(need: Need, asker: Asker): Promise<WantedFile[] | undefined> {
  for (const paths of need.anyOf) {
    const found: WantedFile[] = [];
    for (const path of paths) {
      const remote = await asker.find(path);
      if (remote === undefined) break;
      found.push({ role: need.role, remote });
    }
    if (found.length === paths.length) return found;
  }
  return undefined;
}

/** A pinned digest is looked for even where the server publishes none, and one that differs is refused. */
function pin(remote: RemoteFile, { sha256, repository }: ModelSource): RemoteFile {
  if (sha256 === undefined || remote.sha256 === sha256) return remote;
  if (remote.sha256 === undefined) return { ...remote, sha256 };
  throw downloadFailed(`${repository}/${remote.path}`, {
    why: `${remote.url.host} offers other weights than the ones that are published under this name`,
    again: false,
    hint: "Is the mirror to be trusted? The hub itself is asked without --mirror and HF_ENDPOINT.",
  });
}

async function surveySource(
  source: ModelSource,
  services: StoreServices,
  signal: AbortSignal,
): Promise<{ survey?: Survey; trouble?: Trouble | undefined }> {
  const asker = createAsker(source, services, signal);
  const weights = await asker.find(source.layout.weights);
  if (weights === undefined) return { trouble: asker.lastTrouble() };
  const files: WantedFile[] = [{ role: "weights", remote: pin(weights, source) }];
  for (const need of source.layout.needs) {
    const found = await findNeed(need, asker);
    if (found === undefined) return { trouble: asker.lastTrouble() };
    files.push(...found);
  }
  return { survey: { source, revision: asker.revision(), files } };
}

/**
 * Looks for the first source that has all files of a model.
 *
 * @throws ImpromptError `download-failed` when none has, or no one answers; `cancelled`
 */
export async function survey(
  model: KnownModel,
  services: StoreServices,
  signal: AbortSignal,
): Promise<Survey> {
  let trouble: Trouble | undefined;
  for (const source of model.sources) {
    if (signal.aborted) throw cancelled();
    const result = await surveySource(source, services, signal);
    if (result.survey !== undefined) return result.survey;
    if (trouble === undefined || trouble.status === 404) trouble = result.trouble ?? trouble;
  }
  throw downloadFailed(model.name, trouble ?? { why: "nothing is known of where it is", again: false });
}

/** The shards that an index of weights names, which are looked for where it is. */
export async function surveyShards(
  { source, revision }: Survey,
  names: readonly string[],
  services: StoreServices,
  signal: AbortSignal,
): Promise<readonly WantedFile[]> {
  const asker = createAsker({ ...source, revision }, services, signal);
  const files: WantedFile[] = [];
  for (const name of names) {
    const remote = await asker.find(name);
    if (remote === undefined) {
      throw downloadFailed(name, asker.lastTrouble() ?? { why: "is missing", again: false });
    }
    files.push({ role: "weights", remote });
  }
  return files;
}
