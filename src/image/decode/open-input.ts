import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ImpromptError } from "../../base/error.js";
import { dataUrlBytes } from "./data-url.js";

/** A path, `-` for standard input, a `data:` or `file:` URL, or the bytes themselves. */
export type ImageInput = string | URL | Uint8Array | ArrayBuffer;

export interface OpenOptions {
  /** Largest input in bytes. Default 64 MiB. */
  readonly maxBytes?: number;
  /** What `-` reads. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** What to call bytes that come without a name. Default "image". */
  readonly name?: string;
  readonly signal?: AbortSignal;
}

export interface OpenedInput {
  /** The path as given, or a few words where there is none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DEFAULT_MAX_BYTES = 64 * 2 ** 20;

/**
 * The bytes of an input, whatever it is given as. The size is checked before reading, and again while reading.
 *
 * @throws ImpromptError `input-not-found`, `input-unreadable`, `input-empty`, `input-too-large`,
 *   `input-unsupported` (web addresses), `input-corrupt` (malformed `data:` URL), `cancelled`
 */
export async function openInput(input: ImageInput, options: OpenOptions = {}): Promise<OpenedInput> {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const { name, read } = sourceOf(input, options, maxBytes);
  if (options.signal?.aborted === true) {
    throw new ImpromptError("cancelled", "reading was cancelled", { where: name });
  }
  const bytes = await read();
  if (bytes.length > maxBytes) throw tooLarge(name, maxBytes);
  if (bytes.length === 0) {
    throw new ImpromptError("input-empty", "there is nothing in it: 0 bytes", {
      where: name,
      hint: "Download or copy it again.",
    });
  }
  return { name, bytes };
}

interface Source {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
}

function sourceOf(input: ImageInput, options: OpenOptions, maxBytes: number): Source {
  const bytesName = options.name ?? "image";
  if (input instanceof Uint8Array) return { name: bytesName, read: () => Promise.resolve(input) };
  if (input instanceof ArrayBuffer) {
    return { name: bytesName, read: () => Promise.resolve(new Uint8Array(input)) };
  }
  const text = String(input);
  if (text === "-" && typeof input === "string") {
    return { name: "standard input", read: () => readStream(options, maxBytes) };
  }
  if (/^data:/i.test(text)) return { name: "data: URL", read: async () => readDataUrl(text, maxBytes) };
  if (/^https?:\/\//i.test(text)) {
    throw new ImpromptError("input-unsupported", "this is a web address, and imprompt opens files only", {
      where: text,
      hint: "Download it first, or pipe it in with - as the input.",
    });
  }
  return { name: text, read: () => readFile(pathOf(text), text, maxBytes) };
}

function pathOf(text: string): string {
  if (!/^file:\/\//i.test(text)) return text;
  try {
    return fileURLToPath(text);
  } catch (error) {
    throw new ImpromptError("input-not-found", "this file: URL names no file on this machine", {
      where: text,
      hint: "Give the path of the file.",
      cause: error,
    });
  }
}

async function readStream(options: OpenOptions, maxBytes: number): Promise<Uint8Array> {
  const name = "standard input";
  if (options.stdin === undefined) {
    throw new ImpromptError("input-unreadable", "no stream was given to read from", {
      where: name,
      hint: "Pass the stdin option.",
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of options.stdin) {
    if (options.signal?.aborted === true) {
      throw new ImpromptError("cancelled", "reading was cancelled", { where: name });
    }
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}

function readDataUrl(url: string, maxBytes: number): Uint8Array {
  if (url.length > maxBytes * 3 + 1024) throw tooLarge("data: URL", maxBytes);
  const bytes = dataUrlBytes(url);
  if (bytes !== undefined) return bytes;
  throw new ImpromptError("input-corrupt", "it is malformed", {
    where: "data: URL",
    hint: "It must read data:image/png;base64, and then base64 without gaps.",
  });
}

async function readFile(path: string, name: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw notAFile(info, name);
    if (info.size > maxBytes) throw tooLarge(name, maxBytes, info.size);
    // Non-blocking, so that a pipe put in the file's place since cannot hang the reader.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readUpTo(file, info.size, maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFailure(error, name);
  }
}

/** The whole file; one that grows while it is read, up to one byte above the limit. */
async function readUpTo(
  file: Awaited<ReturnType<typeof open>>,
  expected: number,
  maxBytes: number,
): Promise<Uint8Array> {
  let buffer = Buffer.allocUnsafe(expected + 1);
  let size = 0;
  while (size <= maxBytes) {
    const { bytesRead } = await file.read(buffer, size, buffer.length - size, null);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(buffer.length * 2, maxBytes + 1));
    if (larger.length <= size) break;
    buffer.copy(larger);
    buffer = larger;
  }
  return buffer.subarray(0, size);
}

function notAFile(info: Awaited<ReturnType<typeof stat>>, name: string): ImpromptError {
  const [what, hint] = info.isDirectory()
    ? ["this is a folder, not a file", "Name the pictures in it, for example with folder/*.jpg."]
    : [
        `this is ${info.isFIFO() ? "a pipe" : info.isSocket() ? "a socket" : "a device"}, not a file`,
        "To read a stream, give - as the input and pipe it in.",
      ];
  return new ImpromptError("input-unreadable", what, { where: name, hint });
}

const FILE_ERRORS: Readonly<
  Record<string, readonly [code: "input-not-found" | "input-unreadable", string, string]>
> = {
  ENOENT: ["input-not-found", "there is no such file", "Check the spelling and the folder."],
  ENOTDIR: ["input-not-found", "there is no such file", "Part of its path is a file, not a folder."],
  ENAMETOOLONG: ["input-not-found", "the name is too long to be a file's", "Check what was passed."],
  ELOOP: ["input-unreadable", "its symbolic links go round in a circle", "Name the file itself."],
  EACCES: ["input-unreadable", "it may not be read by this user", "Change its permissions, or copy it."],
  EPERM: ["input-unreadable", "it may not be read by this user", "Change its permissions, or copy it."],
  EMFILE: ["input-unreadable", "too many files are open", "Pass fewer pictures at a time."],
};

function fileFailure(error: unknown, name: string): ImpromptError {
  if (error instanceof ImpromptError) return error;
  const errno = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = FILE_ERRORS[errno];
  if (known !== undefined) {
    const [code, message, hint] = known;
    return new ImpromptError(code, message, { where: name, hint, cause: error });
  }
  if (errno === "ERR_INVALID_ARG_VALUE") {
    return new ImpromptError("input-not-found", "this cannot be a file's name", {
      where: JSON.stringify(name),
      hint: "Check what was passed.",
      cause: error,
    });
  }
  return new ImpromptError(
    "input-unreadable",
    `it cannot be read (${errno === "" ? String(error) : errno})`,
    {
      where: name,
      hint: "Check the disk or the connection, and try again.",
      cause: error,
    },
  );
}

function tooLarge(name: string, maxBytes: number, size?: number): ImpromptError {
  const mebibytes = (count: number) => `${Number((count / 2 ** 20).toPrecision(3))} MiB`;
  const message =
    size === undefined
      ? `it is larger than the limit of ${mebibytes(maxBytes)}`
      : `it has ${mebibytes(size)}, above the limit of ${mebibytes(maxBytes)}`;
  return new ImpromptError("input-too-large", message, {
    where: name,
    hint: "Raise maxBytes, or make the picture smaller first.",
  });
}
