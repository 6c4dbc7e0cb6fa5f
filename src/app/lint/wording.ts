import { standingsOf } from "../../blueprint/axes.js";
import { meaningOf } from "../../blueprint/meaning.js";
import type { Term } from "../../blueprint/types.js";
import { excludedWords, rephraseExclusions } from "../../dialects/families/negative.js";
import type { Finding } from "./finding.js";
import { removal } from "./finding.js";
import { whyIneffective } from "./ineffective.js";
import type { LintPage, Placed, Rule } from "./page.js";

function included({ placed }: LintPage): Placed[] {
  return placed.filter(({ term }) => term.polarity === "include");
}

/** Phrases of one picture that cannot both be true, and what is asked for and excluded at once. */
export const contradictions: Rule = (page) => {
  const findings: Finding[] = [];
  const standing = new Map<string, { readonly pole: string; readonly text: string }>();
  const asked = new Map<string, string>();
  for (const { term, span } of included(page)) {
    asked.set(meaningOf(term.text), term.text);
    for (const { axis, pole } of standingsOf(term.facet, term.text)) {
      const earlier = standing.get(axis);
      if (earlier === undefined) standing.set(axis, { pole, text: term.text });
      else if (earlier.pole !== pole) {
        findings.push({
          span,
          code: "contradiction",
          severity: "warning",
          what: `"${term.text}" against "${earlier.text}"`,
          why: `a picture has one ${axis}; two are mixed or one is ignored`,
          fix: removal(page.text, span),
        });
      }
    }
  }
  for (const { term, span } of page.placed) {
    const both = term.polarity === "exclude" ? asked.get(meaningOf(excludedWords(term))) : undefined;
    if (both === undefined) continue;
    findings.push({
      span,
      code: "contradiction",
      severity: "warning",
      what: `"${both}" is asked for and excluded`,
      why: "the two work against each other; keep one",
    });
  }
  return findings;
};

/** What is said before in other words. */
export const duplicates: Rule = (page) => {
  const seen = new Map<string, string>();
  return page.placed.flatMap(({ term, span }): Finding[] => {
    const key = `${term.polarity} ${meaningOf(term.text)}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, term.text);
      return [];
    }
    return [
      {
        span,
        code: "duplicate",
        severity: "warning",
        what: `"${term.text}" says again what "${earlier}" says`,
        why: "said twice it costs room and stresses what it says",
        fix: removal(page.text, span),
      },
    ];
  });
};

/** Words without effect where prompts are read as sentences; models of tags were trained on some of them. */
export const ineffective: Rule = (page) => {
  if (page.capabilities.weights.kind === "a1111") return [];
  return included(page).flatMap(({ term, span }): Finding[] => {
    const why = whyIneffective(term);
    if (why === undefined) return [];
    const fix = removal(page.text, span);
    const what = `"${term.text}" has no effect`;
    return [{ span, code: "ineffective", severity: "warning", what, why, fix }];
  });
};

const DENIED = /^(?:no|without)\s/iu;

function negationFinding(page: LintPage, term: Term, { span }: Placed): Finding {
  const { text, capabilities } = page;
  const words = excludedWords(term);
  const base = {
    span,
    code: "negation",
    severity: "warning",
    what: `"${words}" is named to be left out`,
  } as const;
  if (capabilities.negative.kind === "field") {
    const why = "models draw what they read; put it into the negative prompt";
    return { ...base, why, fix: removal(text, span) };
  }
  if (capabilities.negative.kind === "parameter") {
    const why = `models draw what they read; say ${capabilities.negative.flag} ${words} at the end`;
    return { ...base, why, fix: removal(text, span) };
  }
  const [instead] = rephraseExclusions([term], [], capabilities.target).terms;
  if (instead === undefined) return { ...base, why: "models draw what they read; say what is there instead" };
  const why = `models draw what they read; "${instead.text}" says what is there instead`;
  return { ...base, why, fix: { ...span, text: instead.text } };
}

/** "no people" within what is to be drawn. */
export const negations: Rule = (page) =>
  page.placed
    .filter(
      ({ term, span }) => term.polarity === "exclude" && DENIED.test(page.text.slice(span.start, span.end)),
    )
    .map((placed) => negationFinding(page, placed.term, placed));

const QUOTED = /"[^"\n]{1,200}"|“[^”\n]{1,200}”/gu;

/** Lettering for a target that cannot set type. */
export const lettering: Rule = ({ text, capabilities }) => {
  if (capabilities.lettering !== "weak") return [];
  return [...text.matchAll(QUOTED)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    code: "lettering",
    severity: "warning",
    what: `${match[0]} is to be written in the picture`,
    why: `${capabilities.title} cannot spell: add the lettering afterwards, or take a target that sets type`,
  }));
};
