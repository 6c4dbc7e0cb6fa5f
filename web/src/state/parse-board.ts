import type { ParameterSettings } from "imprompt/core";
import { ImpromptError } from "imprompt/core";
import type { Board, BoardPicture, Origin } from "./board";
import { parseFacts } from "./parse-facts";
import { parseHistory } from "./parse-history";
import { isFields, isNumber, isSide, isText, isTexts } from "./shape";

/** Longer previews are not ours: 768 px a side stay far below it. Characters. */
const LONGEST_PREVIEW = 4_000_000;

/** Only raster pictures in the address itself: a preview never makes the page ask anyone for anything. */
const PREVIEW = /^data:image\/(?:webp|png|jpeg|avif|gif);base64,[A-Za-z0-9+/]+=*$/u;

function parsePicture(value: unknown): BoardPicture | null {
  if (!isFields(value)) return null;
  const { preview, width, height, format } = value;
  if (!isText(preview) || preview.length > LONGEST_PREVIEW || !PREVIEW.test(preview)) return null;
  if (!isSide(width) || !isSide(height)) return null;
  return { preview, width, height, format: isText(format) ? format : "" };
}

function parseOrigin(value: unknown): Origin {
  const { kind, grammar, of, difference } = isFields(value) ? value : {};
  if (kind === "picture") return { kind };
  if (kind === "prompt" && isText(grammar)) return { kind, grammar };
  if (kind === "variation" && isText(of) && isTexts(difference)) return { kind, of, difference };
  if (kind === "blend" && isTexts(of)) return { kind, of };
  if (kind === "recipe" && isText(of)) return { kind, of };
  return { kind: "file" };
}

function isSetting(value: unknown): value is ParameterSettings[string] {
  return isText(value) || typeof value === "boolean" || isNumber(value);
}

function parseParameters(value: unknown): Board["parameters"] {
  const targets = Object.entries(isFields(value) ? value : {}).filter(([, settings]) => isFields(settings));
  return Object.fromEntries(
    targets.map(([target, settings]) => [
      target,
      Object.fromEntries(
        Object.entries(settings as object).filter(([, each]) => isSetting(each)),
      ) as ParameterSettings,
    ]),
  );
}

const LONGEST_NAME = 200;

interface ParseOptions {
  readonly id: string;
  /** For a board that has none. */
  readonly name: string;
  /** Milliseconds since 1970, for a board that does not say. */
  readonly now: number;
  /** The history is replayed first, and forgotten where that fails: for what others may have written. */
  readonly replayed: boolean;
}

/**
 * A board from outside. Its blueprint must be one; what else is malformed is left out.
 *
 * @throws ImpromptError `invalid-blueprint`
 */
export function parseBoard(value: unknown, { id, name, now, replayed }: ParseOptions): Board {
  if (!isFields(value)) throw new ImpromptError("invalid-blueprint", "this is not a board");
  const said = isText(value["name"]) ? value["name"].trim().slice(0, LONGEST_NAME) : "";
  return {
    id,
    name: said === "" ? name : said,
    origin: parseOrigin(value["origin"]),
    createdAt: isNumber(value["createdAt"]) ? value["createdAt"] : now,
    picture: parsePicture(value["picture"]),
    facts: parseFacts(value["facts"]),
    history: parseHistory(value["history"], replayed),
    parameters: parseParameters(value["parameters"]),
  };
}
