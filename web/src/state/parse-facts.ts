import type { Description } from "imprompt/client";
import type { Blueprint } from "imprompt/core";
import { parseBlueprint } from "imprompt/core";
import type { Facts } from "./board";
import type { Fields } from "./shape";
import { isFields, isText, isTexts } from "./shape";

type Recovered = NonNullable<Description["recovered"]>;
type Provenance = NonNullable<Description["provenance"]>;

/** The part that a blueprint holds too, judged by the blueprint's own schema. */
function essenceOf({ tool, prompt, negative, parameters, confidence }: Fields): Blueprint["recovered"] {
  const carrier = { version: 1, terms: [], frame: { width: 1, height: 1 }, palette: [], references: [] };
  try {
    return parseBlueprint({ ...carrier, recovered: { tool, prompt, negative, parameters, confidence } })
      .recovered;
  } catch {
    return undefined;
  }
}

const GRAMMARS: readonly Recovered["grammar"][] = [
  "a1111",
  "comfyui",
  "compel",
  "novelai",
  "midjourney",
  "prose",
];

function charactersOf(value: unknown): Recovered["characters"] {
  if (!Array.isArray(value)) return undefined;
  const known = value.filter(
    (each): each is Fields & { readonly prompt: string } => isFields(each) && isText(each["prompt"]),
  );
  return known.map(({ prompt, negative }) => ({ prompt, ...(isText(negative) ? { negative } : {}) }));
}

function recoveredOf(value: unknown): Recovered | null {
  if (!isFields(value)) return null;
  const essence = essenceOf(value);
  if (essence === undefined) return null;
  const { raw, location, note } = value;
  const characters = charactersOf(value["characters"]);
  return {
    ...essence,
    raw: isFields(raw) ? raw : {},
    grammar: GRAMMARS.find((grammar) => grammar === value["grammar"]) ?? "prose",
    location: isText(location) ? location : "",
    ...(characters === undefined ? {} : { characters }),
    ...(isText(note) ? { note } : {}),
  };
}

function provenanceOf(value: unknown): Provenance | null {
  if (!isFields(value)) return null;
  const { madeByAi, standard, by, digitalSourceType, actions } = value;
  if (typeof madeByAi !== "boolean" || (standard !== "C2PA" && standard !== "IPTC")) return null;
  return {
    madeByAi,
    standard,
    ...(isText(by) ? { by } : {}),
    ...(isText(digitalSourceType) ? { digitalSourceType } : {}),
    ...(isTexts(actions) ? { actions } : {}),
  };
}

function warningsOf(value: unknown): Facts["warnings"] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (each): each is Facts["warnings"][number] =>
      isFields(each) && isText(each["code"]) && isText(each["message"]),
  );
}

/** What is well formed of the facts; null where there are none. */
export function parseFacts(value: unknown): Facts | null {
  if (!isFields(value)) return null;
  const { recovered, provenance, measurements, warnings } = value;
  return {
    recovered: recoveredOf(recovered),
    provenance: provenanceOf(provenance),
    measurements: isFields(measurements) ? measurements : {},
    warnings: warningsOf(warnings),
  };
}
