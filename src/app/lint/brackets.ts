import type { GrammarId } from "../../language/syntax/tree.js";
import type { Finding } from "./finding.js";
import type { Rule } from "./page.js";

/** Pairs that mean something in each grammar. */
const PAIRS: { readonly [G in GrammarId]: readonly (readonly [open: string, close: string])[] } = {
  a1111: [
    ["(", ")"],
    ["[", "]"],
  ],
  comfyui: [["(", ")"]],
  compel: [["(", ")"]],
  novelai: [
    ["{", "}"],
    ["[", "]"],
  ],
  midjourney: [["{", "}"]],
  prose: [],
  tags: [],
  danbooru: [],
  "ideogram-json": [],
  "flux-json": [],
};

const UNCLOSED: { readonly [G in GrammarId]?: string } = {
  a1111: "it weighs everything to the end of the text",
  comfyui: "no weight behind it counts: the rest is read as words",
  compel: "the text does not parse",
  novelai: "it weighs everything to the end of the text",
  midjourney: "the permutation is not made",
};

function unclosed(text: string, at: number, close: string, why: string): Finding {
  const sign = text[at] ?? "";
  const comma = /[,\n]|$/u.exec(text.slice(at + 1))?.index ?? 0;
  const end = at + 1 + comma;
  return {
    span: { start: at, end: at + 1 },
    code: "unbalanced",
    severity: "error",
    what: `"${sign}" is never closed`,
    why,
    fix: { start: end, end, text: close },
  };
}

function stray(at: number, sign: string): Finding {
  return {
    span: { start: at, end: at + 1 },
    code: "unbalanced",
    severity: "error",
    what: `"${sign}" closes nothing`,
    why: "it is dropped or drawn as a sign; write it with a backslash before it if it is meant as one",
    fix: { start: at, end: at + 1, text: "" },
  };
}

/** Brackets without their other half; an escaped one is a letter. */
export const brackets: Rule = ({ text, grammar }) => {
  const findings: Finding[] = [];
  for (const [open, close] of PAIRS[grammar]) {
    const stack: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (sign === open) stack.push(at);
      else if (sign === close && stack.pop() === undefined) findings.push(stray(at, close));
    }
    const why = UNCLOSED[grammar] ?? "it has no effect";
    findings.push(...stack.map((at) => unclosed(text, at, close, why)));
  }
  return findings;
};

/** A structured prompt that no parser takes, and quotation marks left open. */
export const structure: Rule = ({ text, grammar, read }) => {
  if (grammar !== "ideogram-json" && grammar !== "flux-json") return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/u.exec(told)?.[1] ?? text.length);
    const start = Math.min(position, Math.max(0, text.length - 1));
    const first = read.warnings.find(({ span }) => span !== undefined)?.message;
    return [
      {
        span: { start, end: Math.min(text.length, start + 1) },
        code: "broken-structure",
        severity: "error",
        what: "this is no JSON",
        why:
          first === undefined ? "an API that takes JSON prompts refuses it" : `${first}; an API refuses it`,
      },
    ];
  }
};
