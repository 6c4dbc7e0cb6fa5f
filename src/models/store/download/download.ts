import type { Trouble } from "../hub/failure.js";
import { cancelled, downloadFailed } from "../hub/failure.js";
import { persist } from "../hub/persist.js";
import type { RemoteFile } from "../hub/probe.js";
import { probe } from "../hub/probe.js";
import type { StoreProgress, StoreServices } from "../services.js";
import type { PartPlace } from "./part.js";
import { beginPart, dropPart, findPart, finishPart } from "./part.js";
import { receive } from "./receive.js";
import type { Digests, Sink } from "./sink.js";
import { diskFailure, openSink } from "./sink.js";

/** What the digest of a file was compared with: "nothing" where the server publishes none. */
export type CheckedWith = "sha256" | "git-sha1" | "nothing";

export interface Downloaded {
  readonly bytes: number;
  readonly sha256: string;
  readonly checkedWith: CheckedWith;
}

export interface DownloadWork {
  readonly services: StoreServices;
  readonly signal: AbortSignal;
  /** Bytes of this file that are there. */
  readonly onProgress: (bytes: number, what: StoreProgress["what"], wait?: StoreProgress["wait"]) => void;
}

/** Tries in a row without a new byte. */
const TRIES = 8;
/** Times that a file is begun anew because the server's changed or the digest was wrong. */
const ROUNDS = 3;

export function checkOf(remote: RemoteFile): CheckedWith {
  if (remote.sha256 !== undefined) return "sha256";
  return remote.gitSha1 !== undefined && remote.bytes !== undefined ? "git-sha1" : "nothing";
}

function isRight(remote: RemoteFile, digests: Digests): boolean {
  switch (checkOf(remote)) {
    case "sha256":
      return digests.sha256 === remote.sha256;
    case "git-sha1":
      return digests.gitSha1 === remote.gitSha1;
    case "nothing":
      return true;
  }
}

async function fill(remote: RemoteFile, sink: Sink, work: DownloadWork): Promise<"whole" | "changed"> {
  const { services, signal } = work;
  let furthest = sink.offset();
  const tried = await persist(
    async () => {
      const before = furthest;
      const result = await receive(remote, sink, services, signal, () => {
        furthest = Math.max(furthest, sink.offset());
        work.onProgress(sink.offset(), "downloading");
      });
      return { tried: result, progress: furthest > before };
    },
    {
      tries: TRIES,
      signal,
      onWait: (milliseconds, why) => work.onProgress(sink.offset(), "waiting", { milliseconds, why }),
    },
    services,
  );
  if (!tried.ok) throw downloadFailed(remote.path, tried.trouble);
  return tried.value;
}

type Round = { readonly kind: "done"; readonly file: Downloaded } | { readonly kind: "changed" | "corrupt" };

async function attemptFile(remote: RemoteFile, place: PartPlace, work: DownloadWork): Promise<Round> {
  const checkedWith = checkOf(remote);
  const found = await findPart(place, remote);
  if (found.sha256 !== undefined) {
    return { kind: "done", file: { bytes: found.bytes, sha256: found.sha256, checkedWith } };
  }
  await beginPart(place, remote).catch((error: unknown) => {
    throw diskFailure(place.state, error);
  });
  const sink = await openSink(place.part, {
    keep: found.bytes > 0,
    git: checkedWith === "git-sha1",
    signal: work.signal,
    onRead: (bytes) => work.onProgress(bytes, "checking"),
    ...(remote.bytes === undefined ? {} : { bytes: remote.bytes }),
  });
  let isOpen = true;
  try {
    if ((await fill(remote, sink, work)) === "changed") return { kind: "changed" };
    const bytes = sink.offset();
    isOpen = false;
    const digests = await sink.finish();
    if (!isRight(remote, digests)) return { kind: "corrupt" };
    await finishPart(place, remote, digests.sha256);
    return { kind: "done", file: { bytes, sha256: digests.sha256, checkedWith } };
  } finally {
    if (isOpen) await sink.close();
  }
}

function lastTrouble(kind: "changed" | "corrupt", remote: RemoteFile): Trouble {
  const { host } = remote.url;
  if (kind === "changed") return { why: `${host} has another file each time it is asked`, again: false };
  return {
    why: `what ${host} sends is not what was published: its digest differs`,
    again: false,
    hint: "Something on the way changes the file, or the mirror is damaged: try another one.",
  };
}

async function probeAgain(remote: RemoteFile, { services, signal }: DownloadWork): Promise<RemoteFile> {
  const tried = await probe(remote.path, remote.url, services, signal);
  if (signal.aborted) throw cancelled();
  if (!tried.ok) throw downloadFailed(remote.path, tried.trouble);
  return tried.value;
}

/**
 * Brings a file to its place, going on from what earlier tries and earlier runs left of the same content. It is in
 * its place only when it is whole and its digest is right.
 *
 * @throws ImpromptError `download-failed`, `disk-full`, `output-failed`, `cancelled`
 */
export async function download(
  wanted: RemoteFile,
  place: PartPlace,
  work: DownloadWork,
): Promise<Downloaded> {
  let remote = wanted;
  for (let round = 1; ; round += 1) {
    const result = await attemptFile(remote, place, work).catch((error: unknown) => {
      throw work.signal.aborted ? cancelled() : error;
    });
    if (result.kind === "done") return result.file;
    await dropPart(place);
    if (round === ROUNDS) throw downloadFailed(remote.path, lastTrouble(result.kind, remote));
    if (result.kind === "changed") remote = await probeAgain(remote, work);
  }
}
