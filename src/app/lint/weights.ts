import type { Capabilities } from "../../dialects/capabilities.js";
import type { GrammarId } from "../../language/syntax/tree.js";
import type { Finding } from "./finding.js";
import type { LintPage, Rule } from "./page.js";

type Syntax = "round" | "double-colon" | "braces" | "network";

/** What each grammar reads as weights; the others' signs are words in it. */
const OWN: { readonly [G in GrammarId]: readonly Syntax[] } = {
  a1111: ["round", "network", "braces"],
  comfyui: ["round"],
  compel: [],
  novelai: ["double-colon", "braces"],
  midjourney: ["double-colon"],
  prose: [],
  tags: [],
  danbooru: [],
  "ideogram-json": [],
  "flux-json": [],
};

interface Sign {
  readonly syntax: Syntax;
  readonly says: RegExp;
  readonly what: string;
  /** What is left when the syntax goes. */
  readonly words: (match: RegExpMatchArray) => string;
}

const SIGNS: readonly Sign[] = [
  {
    syntax: "round",
    says: /(?<!\\)\(([^():\n]{1,200}):\s*[\d.]{1,6}\s*\)/gu,
    what: "a weight in parentheses",
    words: (match) => match[1] ?? "",
  },
  {
    syntax: "double-colon",
    says: /::-?(?:\d{1,4}(?:\.\d{1,4})?)?/gu,
    what: "a weight with double colons",
    words: () => ",",
  },
  {
    syntax: "braces",
    says: /\{+([^{}|,\n]{1,100})\}+/gu,
    what: "a weight in braces",
    words: (match) => match[1] ?? "",
  },
  {
    syntax: "network",
    says: /<(?:lora|lyco|hypernet):[^<>\n]{1,200}>/giu,
    what: "a call of an adapter",
    words: () => "",
  },
];

function allowed(syntax: Syntax, grammar: GrammarId, { weights }: Capabilities): boolean {
  if (!OWN[grammar].includes(syntax)) return false;
  return syntax !== "double-colon" || grammar !== "midjourney" || weights.kind === "double-colon";
}

function without({ capabilities, siblings }: LintPage): string {
  const knowing = siblings.filter(({ weights }) => weights.kind !== "none").map(({ version }) => version);
  const others = knowing.length === 0 ? "" : `; these versions have some: ${knowing.join(", ")}`;
  return capabilities.weights.kind === "none"
    ? `${capabilities.title} has no weights and reads the signs as words: put first what matters most${others}`
    : `${capabilities.title} writes weights in another way and reads these signs as words`;
}

/** Weight syntax that the target does not have. */
export const foreignWeights: Rule = (page) => {
  const { text, grammar, capabilities } = page;
  if (grammar === "ideogram-json" || grammar === "flux-json") return [];
  return SIGNS.filter(({ syntax }) => !allowed(syntax, grammar, capabilities)).flatMap(
    ({ says, what, words }) =>
      [...text.matchAll(says)].map((match): Finding => {
        const span = { start: match.index, end: match.index + match[0].length };
        return {
          span,
          code: "weight-without-effect",
          severity: "warning",
          what: `${what} has no effect here`,
          why: without(page),
          fix: { ...span, text: words(match) },
        };
      }),
  );
};

const TWICE = /:\s*([\d.]{1,6})\s*:\s*([\d.]{1,6})\s*\)/gu;
const NESTED =
  /\(([^()\n]{0,200}\((?:[^()\n]{1,200}):\s*([\d.]{1,6})\)[^()\n]{0,200}):\s*([\d.]{1,6})\s*\)/gu;
const LOOSE = /(?:^|[,\n])\s*([^\s,:()[\]{}<>\n][^,:()[\]{}<>\n]{0,80}):(\d\.\d{1,2})(?=\s*(?:[,\n]|$))/gu;

function nested(text: string, grammar: GrammarId): Finding[] {
  return [...text.matchAll(NESTED)].map((match) => {
    const product = Math.round(Number(match[2]) * Number(match[3]) * 100) / 100;
    return {
      span: { start: match.index, end: match.index + match[0].length },
      code: "double-weight",
      severity: "warning",
      what: "a weight within a weight",
      why:
        grammar === "comfyui"
          ? `the inner number stands (${match[2]}); the outer one does not reach it`
          : `they multiply: the inner phrase comes to ${product}`,
    };
  });
}

function loose(text: string): Finding[] {
  return [...text.matchAll(LOOSE)].map((match) => {
    const words = match[1] ?? "";
    const start = match.index + match[0].indexOf(words);
    const end = match.index + match[0].length;
    return {
      span: { start, end },
      code: "weight-without-effect",
      severity: "warning",
      what: `":${match[2]}" without parentheses`,
      why: "the number is read as words; a weight needs parentheses around it",
      fix: { start, end, text: `(${words}:${match[2]})` },
    };
  });
}

/** Numbers that are said twice, or outside what makes them weights. */
export const doubleWeights: Rule = ({ text, grammar }) => {
  if (grammar !== "a1111" && grammar !== "comfyui") return [];
  const twice = [...text.matchAll(TWICE)].map((match): Finding => {
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      span,
      code: "double-weight",
      severity: "error",
      what: `two numbers for one phrase: ${match[1]} and ${match[2]}`,
      why: "only the last is a weight; the first is read as words",
      fix: { ...span, text: `:${match[2]})` },
    };
  });
  return [...twice, ...nested(text, grammar), ...loose(text)];
};

/** Phrases that weigh more or less than the target bears. */
export const weightRange: Rule = ({ placed, capabilities }) => {
  const { weights } = capabilities;
  if (weights.kind === "none") return [];
  return placed
    .filter(({ term }) => term.weight > weights.max || term.weight < weights.min)
    .map(({ term, span }): Finding => {
      const heavy = term.weight > weights.max;
      return {
        span,
        code: "weight-out-of-range",
        severity: "warning",
        what: `"${term.text}" weighs ${term.weight}, nesting included`,
        why: heavy
          ? `above ${weights.max} a phrase burns the picture and drives out the others`
          : `below ${weights.min} a phrase has no effect`,
      };
    });
};
