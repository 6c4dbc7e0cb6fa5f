import { createHash } from "node:crypto";
import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { ImpromptError } from "../../../base/error.js";

export interface Digests {
  readonly sha256: string;
  /** Undefined unless it was asked for, and where the size was not known beforehand, which it starts with. */
  readonly gitSha1: string | undefined;
}

/** The part of a file that is there, and its digests so far. */
export interface Sink {
  /** Bytes that are there. */
  readonly offset: () => number;
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** Forgets what is there. */
  readonly restart: () => Promise<void>;
  /** Makes sure of the disk, closes, and says what has been written. */
  readonly finish: () => Promise<Digests>;
  readonly close: () => Promise<void>;
}

export interface SinkOptions {
  /** Bytes of the whole file. */
  readonly bytes?: number;
  /** Compute Git's name of the content, too. */
  readonly git?: boolean;
  /** What is there is forgotten unless it is known to belong to the file that is wanted. */
  readonly keep: boolean;
  readonly signal: AbortSignal;
  readonly onRead?: (bytes: number) => void;
}

const BLOCK = 1 << 20;

/** A full disk or a folder that may not be written in, as a person should read it. */
export function diskFailure(path: string, error: unknown): ImpromptError {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new ImpromptError("disk-full", "the disk is full", {
      where: path,
      hint: "Make room, or put the models elsewhere with IMPROMPT_MODELS, and pull again: it goes on from here.",
      cause: error,
    });
  }
  return new ImpromptError("output-failed", "could not be written", {
    where: path,
    hint: "May you write in this folder? IMPROMPT_MODELS names another one.",
    cause: error,
  });
}

async function hashExisting(file: FileHandle, hashes: Hashes, options: SinkOptions): Promise<number> {
  const block = Buffer.allocUnsafe(BLOCK);
  for (let at = 0; ; ) {
    options.signal.throwIfAborted();
    const { bytesRead } = await file.read(block, 0, BLOCK, at);
    if (bytesRead === 0) return at;
    hashes.update(block.subarray(0, bytesRead));
    at += bytesRead;
    options.onRead?.(at);
  }
}

interface Hashes {
  readonly update: (chunk: Uint8Array) => void;
  readonly digests: () => Digests;
}

function createHashes({ bytes, git }: SinkOptions): Hashes {
  const sha256 = createHash("sha256");
  const sha1 = bytes === undefined || git !== true ? undefined : createHash("sha1").update(`blob ${bytes}\0`);
  return {
    update: (chunk) => {
      sha256.update(chunk);
      sha1?.update(chunk);
    },
    digests: () => ({ sha256: sha256.digest("hex"), gitSha1: sha1?.digest("hex") }),
  };
}

/**
 * Opens the part of a file. What an earlier run left is hashed again, so that the digests are those of all bytes.
 *
 * @throws ImpromptError `disk-full`, `output-failed`; the signal's reason
 */
export async function openSink(path: string, options: SinkOptions): Promise<Sink> {
  const orDiskFailure = (error: unknown): never => {
    throw diskFailure(path, error);
  };
  const file = await open(path, constants.O_RDWR | constants.O_CREAT).catch(orDiskFailure);
  if (!options.keep) await file.truncate(0).catch(orDiskFailure);
  let hashes = createHashes(options);
  let offset = await hashExisting(file, hashes, options).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  const restart = async (): Promise<void> => {
    await file.truncate(0).catch(orDiskFailure);
    hashes = createHashes(options);
    offset = 0;
  };
  if (options.bytes !== undefined && offset > options.bytes) await restart();
  return {
    offset: () => offset,
    restart,
    write: async (chunk) => {
      for (let done = 0; done < chunk.byteLength; ) {
        const rest = chunk.subarray(done);
        const { bytesWritten } = await file.write(rest, 0, rest.byteLength, offset).catch(orDiskFailure);
        hashes.update(rest.subarray(0, bytesWritten));
        done += bytesWritten;
        offset += bytesWritten;
      }
    },
    finish: async () => {
      await file.sync().catch(orDiskFailure);
      const { size } = await file.stat();
      await file.close();
      if (size !== offset)
        throw diskFailure(path, new Error(`${size} bytes are there, ${offset} were written`));
      return hashes.digests();
    },
    close: () => file.close(),
  };
}
