import { ImpromptError } from "../base/error.js";
import { FACETS, type Facet, isFacet } from "../blueprint/facets.js";
import { phraseKey } from "./key.js";
import { standardVocabulary } from "./standard.js";
import { parseTable } from "./table.js";
import type { Entry, Vocabulary } from "./vocabulary.js";
import { entryOf, makeVocabulary } from "./vocabulary.js";

export interface VocabularyFile {
  /** "<facet>.txt" or "<facet>.<anything>.txt", with or without folders before it. */
  readonly name: string;
  readonly text: string;
}

interface Placed {
  readonly entry: Entry;
  readonly where: string;
}

function fault(where: string, message: string, hint: string): ImpromptError {
  return new ImpromptError("input-corrupt", message, { where, hint });
}

function facetOf(name: string): Facet {
  const facet = /([^/\\.]+)(?:\.[^/\\]*)?$/u.exec(name)?.[1] ?? "";
  if (isFacet(facet)) return facet;
  throw fault(name, "its name is that of no facet", `Name it <facet>.txt, with one of ${FACETS.join(", ")}`);
}

function read({ name, text }: VocabularyFile): Placed[] {
  const facet = facetOf(name);
  const { entries, faults } = parseTable(text);
  const [first] = faults;
  if (first !== undefined) throw fault(`${name}:${first.line}`, first.message, "See docs/vocabulary.md");
  return entries.map((line) => {
    const placed = { entry: entryOf(facet, line), where: `${name}:${line.line}` };
    const empty = line.phrases.find((phrase) => phraseKey(phrase) === "");
    if (empty === undefined) return placed;
    throw fault(placed.where, `"${empty}" has no word`, "Take it out");
  });
}

/** A phrase stands in one facet only, and an opposite somewhere. */
function checkPlaces(placed: readonly Placed[], all: Vocabulary): void {
  const owners = new Map<string, Placed>();
  for (const item of placed) {
    for (const phrase of item.entry.phrases) {
      const owner = owners.get(phrase);
      if (owner !== undefined && owner.entry.facet !== item.entry.facet) {
        throw fault(item.where, `"${phrase}" stands in ${owner.where} already`, "Leave it in one facet");
      }
      owners.set(phrase, item);
    }
  }
  for (const { entry, where } of placed) {
    const unknown = entry.opposites.find((opposite) => !all.entries.has(opposite));
    if (unknown === undefined) continue;
    throw fault(
      where,
      `the opposite "${unknown}" is no entry`,
      "Give it a line of its own in its facet's file",
    );
  }
}

/**
 * The vocabulary with a user's files: with "extend" they add to it and win where both know a phrase, with "replace"
 * they stand in for it in the facets that they name. Lines count in the order of the files.
 *
 * @throws ImpromptError "input-corrupt" with file and line as its `where`
 */
export function loadVocabulary(
  files: readonly VocabularyFile[],
  mode: "extend" | "replace",
  base: Vocabulary = standardVocabulary(),
): Vocabulary {
  const placed = files.flatMap(read);
  const replaced = new Set(mode === "replace" ? files.map(({ name }) => facetOf(name)) : []);
  const kept = [...new Set(base.entries.values())].filter(({ facet }) => !replaced.has(facet));
  const all = makeVocabulary([...kept, ...placed.map(({ entry }) => entry)]);
  checkPlaces(placed, all);
  return all;
}
