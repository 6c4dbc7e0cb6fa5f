import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import type { StudioFile } from "./context.js";

type Encoding = "br" | "gzip" | "identity";

/** Already compact: compressing them again costs time and gains nothing. */
const COMPACT = /^(?:image\/(?!svg)|font\/)/u;
const SMALLEST = 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best encoding that the client takes; an encoding with q=0 is refused. */
export function encodingFor(accepted: string): Encoding {
  const wanted = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((entry) => {
        const [name = "", ...parameters] = entry.split(";").map((text) => text.trim());
        const quality = parameters.find((text) => text.startsWith("q="));
        return [name, quality === undefined ? 1 : Number(quality.slice(2))] as const;
      }),
  );
  if ((wanted.get("br") ?? 0) > 0) return "br";
  return (wanted.get("gzip") ?? 0) > 0 ? "gzip" : "identity";
}

async function encode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === "gzip") return zip(bytes, { level: 7 });
  if (encoding === "identity") return bytes;
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

export interface Served {
  /** Headers beside those of the file itself. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with a file that is in memory. */
export type SendFile = (c: Context, file: StudioFile, served?: Served) => Promise<Response>;

/**
 * Sends files with their ETag, compressed where the client takes it. A file is compressed when it is first asked for,
 * and once.
 */
export function createSender(): SendFile {
  const tags = new WeakMap<StudioFile, string>();
  const variants = new WeakMap<StudioFile, Map<Encoding, Promise<Uint8Array>>>();
  const tagOf = (file: StudioFile): string => {
    const tag = tags.get(file) ?? createHash("sha256").update(file.bytes).digest("base64url").slice(0, 22);
    tags.set(file, tag);
    return tag;
  };
  const variantOf = (file: StudioFile, encoding: Encoding): Promise<Uint8Array> => {
    const known = variants.get(file) ?? new Map<Encoding, Promise<Uint8Array>>();
    const variant = known.get(encoding) ?? encode(file.bytes, encoding);
    variants.set(file, known.set(encoding, variant));
    return variant;
  };
  return async (c, file, { headers = {} } = {}) => {
    const plain = COMPACT.test(file.type) || file.bytes.length < SMALLEST;
    const encoding = plain ? "identity" : encodingFor(c.req.header("accept-encoding") ?? "");
    const tag = `"${tagOf(file)}-${encoding}"`;
    const shared = {
      etag: tag,
      "cache-control": file.immutable ? "public, max-age=31536000, immutable" : "no-cache",
      ...(plain ? {} : { vary: "accept-encoding" }),
      ...headers,
    };
    const known = (c.req.header("if-none-match") ?? "")
      .split(",")
      .map((text) => text.trim().replace(/^W\//u, ""));
    if (known.includes(tag)) return c.body(null, 304, shared);
    const bytes = await variantOf(file, encoding);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      ...shared,
      "content-type": file.type,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    });
  };
}
