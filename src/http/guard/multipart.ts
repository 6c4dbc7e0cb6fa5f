import { ImpromptError } from "../../base/error.js";

/** One part of a form, in the order in which they came. */
export type FormPart =
  | { readonly field: string; readonly text: string }
  | { readonly field: string; readonly file: FormFile };

/** A file of a form; its bytes are a view of the request's body, not a copy. */
export interface FormFile {
  readonly name: string;
  /** The media type that the client said, "" where it said none. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Parts of one form, at most: an upload and the options beside it need a dozen. */
export const MAX_PARTS = 32;
const MAX_PART_HEADER_BYTES = 4096;

const CRLF = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");

const malformed = (message: string): ImpromptError =>
  new ImpromptError("usage", message, { hint: "Send multipart/form-data as a browser or curl -F does." });

/** @throws ImpromptError `usage` without a boundary as RFC 2046 has it: 1 to 70 characters of a small set */
function boundaryOf(contentType: string): string {
  const match = /;\s*boundary=(?:"([^"]*)"|([^\s;]*))/iu.exec(contentType);
  const boundary = match?.[1] ?? match?.[2] ?? "";
  if (!/^[\w'()+,\-./:=? ]{1,70}$/u.test(boundary))
    throw malformed("the form's boundary is missing or not right");
  return boundary;
}

/** A parameter of a header, quoted or not; browsers write a quote inside as %22. */
function parameterOf(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^\\s;]*))`, "iu").exec(header);
  return (match?.[1] ?? match?.[2])?.replaceAll("%22", '"');
}

function headerOf(block: string, name: string): string | undefined {
  const line = block.split("\r\n").find((text) => text.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

function partOf(block: string, bytes: Uint8Array<ArrayBuffer>): FormPart {
  const disposition = headerOf(block, "content-disposition") ?? "";
  const field = parameterOf(disposition, "name");
  if (!/^form-data\s*(?:;|$)/iu.test(disposition) || field === undefined)
    throw malformed("a part of the form has no name");
  const name = parameterOf(disposition, "filename");
  if (name === undefined) return { field, text: new TextDecoder().decode(bytes) };
  return { field, file: { name, type: headerOf(block, "content-type") ?? "", bytes } };
}

/**
 * A `multipart/form-data` body as a form, its parts counted and their headers bounded.
 *
 * @throws ImpromptError `usage` where it is not whole or not well formed, `input-too-large` beyond `MAX_PARTS`
 * @source RFC 7578
 */
export function parseMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string): readonly FormPart[] {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const opening = Buffer.from(`--${boundaryOf(contentType)}`);
  const delimiter = Buffer.concat([CRLF, opening]);
  const form: FormPart[] = [];
  let at = body.subarray(0, opening.length).equals(opening) ? 0 : body.indexOf(delimiter) + CRLF.length;
  if (at === 1) throw malformed("the form does not begin with its boundary");
  for (let parts = 0; ; parts += 1) {
    const after = at + opening.length;
    if (body.subarray(after, after + 2).toString("latin1") === "--") return form;
    if (parts === MAX_PARTS) {
      throw new ImpromptError("input-too-large", `the form has more than ${MAX_PARTS} parts`, {
        hint: "Send one picture a request, and its options.",
      });
    }
    const start = body.indexOf(CRLF, after) + CRLF.length;
    const head = body.subarray(start, start + MAX_PART_HEADER_BYTES).indexOf(BLANK_LINE);
    const from = start + head + BLANK_LINE.length;
    const end = body.indexOf(delimiter, from);
    if (start === 1 || head < 0 || end < 0) throw malformed("the form breaks off before its end");
    form.push(partOf(body.toString("utf8", start, start + head), bytes.subarray(from, end)));
    at = end + CRLF.length;
  }
}
