import type { IncomingMessage } from "node:http";
import { sniff } from "../../image/sniff.js";
import { failed, notAPicture, tooLarge } from "./failure.js";

/**
 * The body of an answer, where it is a picture: by its type, by its size, stated and true, and by its bytes.
 *
 * @throws ImpromptError `input-too-large`, `input-unsupported`, `url-failed`
 */
export async function readBody(
  response: IncomingMessage,
  limits: { readonly maxBytes: number; readonly where: string },
): Promise<Uint8Array> {
  const { maxBytes, where } = limits;
  const {
    "content-type": type = "",
    "content-encoding": encoding = "",
    "content-length": length,
  } = response.headers;
  const media = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^(|image\/.+|(application|binary)\/octet-stream)$/.test(media))
    throw notAPicture(where, kindOf(media));
  if (!/^(identity)?$/i.test(encoding.trim())) {
    throw failed(where, "this address answers with compressed data that was not asked for");
  }
  if (Number(length ?? 0) > maxBytes) throw tooLarge(where, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(where, maxBytes);
    chunks.push(chunk);
  }
  if (size === 0) throw failed(where, "this address answers with nothing");
  const bytes = Buffer.concat(chunks, size);
  const sniffed = sniff(bytes);
  if (sniffed === null || "other" in sniffed)
    throw notAPicture(where, sniffed?.other ?? "data of no known kind");
  return bytes;
}

function kindOf(media: string): string {
  return media === "text/html" ? "a web page" : "data of another kind";
}
