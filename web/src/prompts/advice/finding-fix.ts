import type { Blueprint, Prompt, Term } from "imprompt/core";
import { exclude } from "imprompt/core";
import type { Finding } from "imprompt/language";
import type { Fix } from "./fixes";

/** Wording alone: lengths, weights and parameters are the printer's own warnings. */
const TOLD: readonly Finding["code"][] = [
  "contradiction",
  "duplicate",
  "ineffective",
  "negation",
  "lettering",
];

export interface PlacedFinding {
  readonly finding: Finding;
  /** The one term that it is about; undefined where it spans several or none. */
  readonly term: Term | undefined;
  readonly fix: Fix | undefined;
}

function termOf({ span }: Finding, prompt: Prompt, blueprint: Blueprint): Term | undefined {
  const touched = prompt.spans.filter(({ start, end }) => start < span.end && end > span.start);
  const ids = new Set(touched.map(({ termId }) => termId));
  const [id] = ids;
  return ids.size === 1 ? blueprint.terms.find((term) => term.id === id) : undefined;
}

function fixOf({ code, fix, why }: Finding, term: Term, blueprint: Blueprint): Fix | undefined {
  if (term.polarity === "exclude") return undefined;
  if (code === "negation") {
    return { kind: "edit", label: "Exclude it instead", edit: exclude(blueprint, term.id) };
  }
  if (fix?.text !== "") return undefined;
  return { kind: "edit", label: "Drop it", edit: { kind: "remove", id: term.id, why } };
}

/** Findings about wording, each with the term that it is about and the edit that mends it where there is one. */
export function placeFindings(
  findings: readonly Finding[],
  prompt: Prompt,
  blueprint: Blueprint,
): readonly PlacedFinding[] {
  return findings
    .filter(({ code }) => TOLD.includes(code))
    .map((finding) => {
      const term = termOf(finding, prompt, blueprint);
      return { finding, term, fix: term === undefined ? undefined : fixOf(finding, term, blueprint) };
    });
}
