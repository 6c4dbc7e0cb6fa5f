import type { Context } from "hono";
import { ImpromptError } from "../../../base/error.js";
import { MAX_DEPTH, MAX_PICTURE_MARKS, MAX_VALUES } from "../../schemas/limits.js";

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/iu;

/** Longer texts carry a picture, which is one long value without a single mark. */
const LONG_TEXT = 2 ** 20;

const tooMany = (): ImpromptError =>
  new ImpromptError("input-too-large", "the JSON holds more values than are looked at", {
    hint: "Send less in one request.",
  });

/** Counts until there are too many, so that a hostile text costs no more than an honest one. */
function checkMarks(text: string): void {
  let marks = 0;
  for (const mark of [",", "[", "{"]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      marks += 1;
      if (marks > MAX_PICTURE_MARKS) throw tooMany();
    }
  }
}

/** Layer by layer, so that depth costs no stack. */
function checkValues(value: unknown): void {
  let count = 0;
  let layer: unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const each of layer) {
      if (typeof each !== "object" || each === null) continue;
      const inner: unknown[] = Array.isArray(each) ? each : Object.values(each);
      count += inner.length;
      if (count > MAX_VALUES) throw tooMany();
      for (const one of inner) next.push(one);
    }
    if (depth > MAX_DEPTH) throw tooMany();
    layer = next;
  }
}

/** Whether the body is said to be JSON. */
function isJson(c: Context): boolean {
  return JSON_TYPE.test(c.req.header("content-type") ?? "");
}

/**
 * The JSON of a request's body, not yet checked but for its bulk.
 *
 * @throws ImpromptError `input-empty`, `input-unsupported` for another type, `usage` for no JSON, `input-too-large`
 */
export async function readJson(c: Context): Promise<unknown> {
  if (c.req.header("content-type") === undefined) {
    throw new ImpromptError("input-empty", "nothing was sent", {
      hint: "Send a JSON object as application/json.",
    });
  }
  if (!isJson(c)) {
    throw new ImpromptError("input-unsupported", "only JSON is read here", {
      where: "Content-Type",
      hint: "Send application/json.",
    });
  }
  const text = await c.req.text();
  if (text.trim() === "") {
    throw new ImpromptError("input-empty", "nothing was sent", { hint: "Send a JSON object." });
  }
  if (text.length > LONG_TEXT) checkMarks(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ImpromptError("usage", "the body is not JSON", {
      hint: "Check quotes, commas and brackets.",
      cause,
    });
  }
  checkValues(value);
  return value;
}
