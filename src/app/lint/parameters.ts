import type { Capabilities } from "../../dialects/capabilities.js";
import { checkSettings } from "../../dialects/families/settings.js";
import { readFlag } from "../../dialects/grammars/midjourney-flags.js";
import type { Flag, Span } from "../../language/phrase.js";
import { splitPhrases } from "../../language/phrases.js";
import { flagPlaces } from "../understand/settings.js";
import type { Finding, TextEdit } from "./finding.js";
import type { LintPage, Rule } from "./page.js";

interface PlacedFlag {
  readonly flag: Flag;
  readonly span: Span;
}

function removed(text: string, { start, end }: Span): TextEdit {
  const gap = /\s*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0;
  return { start: start - gap, end, text: "" };
}

function unknown(text: string, { flag, span }: PlacedFlag, why: string): Finding {
  return {
    span,
    code: "unknown-parameter",
    severity: "error",
    what: `--${flag.flag} is not taken`,
    why,
    fix: removed(text, span),
  };
}

function versionsWith(name: string, siblings: readonly Capabilities[]): string {
  const knowing = siblings.filter(({ parameters }) => parameters.some((spec) => spec.name === name));
  return knowing.map(({ version }) => version).join(", ");
}

/** Punctuation that is read into the value. */
function punctuation(text: string, { flag, span }: PlacedFlag): Finding[] {
  const inside = /[,.;]+$/u.exec(flag.value)?.[0] ?? "";
  const marks = inside === "" ? (/^[,.;]+/u.exec(text.slice(span.end, span.end + 20))?.[0] ?? "") : inside;
  const end = inside === "" ? span.end + marks.length : span.end;
  const place = { start: end - marks.length, end };
  if (marks === "") return [];
  return [
    {
      span: place,
      code: "punctuation-after-parameter",
      severity: "error",
      what: `"${marks}" behind --${flag.flag}`,
      why: "it is read as a part of the value, and the parameter is refused",
      fix: { ...place, text: "" },
    },
  ];
}

/** Words behind the first parameter, with the edit that moves them before it. */
function wordsBehind({ text, placed }: LintPage, flags: readonly PlacedFlag[]): Finding[] {
  const first = Math.min(...flags.map(({ span }) => span.start));
  return placed
    .filter(({ term, span }) => term.polarity === "include" && span.start > first)
    .map(({ span }): Finding => {
      const words = text.slice(span.start, span.end);
      const before = text.slice(0, first).trimEnd();
      const joint = before === "" || before.endsWith(",") ? "" : ",";
      const behind = text.slice(first, span.start).trimEnd();
      return {
        span,
        code: "words-after-parameters",
        severity: "error",
        what: `"${words}" stands behind a parameter`,
        why: "parameters end a prompt: words go before the first of them",
        fix: { start: before.length, end: span.end, text: `${joint} ${words} ${behind}`.trimEnd() },
      };
    });
}

function lintValue(
  page: LintPage,
  placed: PlacedFlag,
  name: string,
  value: string | number | boolean,
): Finding[] {
  const { text, capabilities, siblings } = page;
  const { flag, span } = placed;
  const spec = capabilities.parameters.find((candidate) => candidate.name === name);
  if (spec === undefined) {
    const versions = versionsWith(name, siblings);
    const others = versions === "" ? "" : `; these versions have it: ${versions}`;
    return [unknown(text, placed, `${capabilities.title} has no such parameter${others}`)];
  }
  const typed = spec.type === "text" || spec.type === "enum" ? String(value) : value;
  const given = spec.type === "text" && value === true ? "default" : typed;
  const checked = checkSettings({ [name]: given }, capabilities, siblings, capabilities.target);
  const [told] = checked.warnings;
  if (told === undefined) return [];
  const clamped = checked.parameters[name];
  const at = text.indexOf(String(flag.value), span.start);
  const fix =
    clamped === undefined || at < 0 ? undefined : { start: at, end: span.end, text: String(clamped) };
  const finding: Finding = {
    span,
    code: "value-out-of-range",
    severity: "error",
    what: told.message,
    why: `${capabilities.title} refuses the prompt or takes another value`,
  };
  return [fix === undefined ? finding : { ...finding, fix }];
}

function lintFlag(page: LintPage, placed: PlacedFlag): Finding[] {
  const { text, siblings } = page;
  const { flag, span } = placed;
  const read = readFlag(flag.flag, flag.value);
  if (read === undefined) return [unknown(text, placed, "no version of Midjourney has such a parameter")];
  const findings = punctuation(text, placed);
  if (/^[—–]/u.test(text.slice(span.start, span.end))) {
    findings.push({
      span: { start: span.start, end: span.start + 1 },
      code: "foreign-syntax",
      severity: "warning",
      what: "a dash in place of two hyphens",
      why: "an editor has joined them; not every door of Midjourney takes it",
      fix: { start: span.start, end: span.start + 1, text: "--" },
    });
  }
  if (read.name !== "version") return [...findings, ...lintValue(page, placed, read.name, read.value)];
  const known = siblings.map(({ version }) => version);
  if (known.length === 0 || known.includes(String(read.value))) return findings;
  return [
    ...findings,
    unknown(text, placed, `this version is gone or unknown; there are ${known.join(", ")}`),
  ];
}

/** Of equal parameters the last one stands. */
function repeats(text: string, flags: readonly PlacedFlag[]): Finding[] {
  const last = new Map<string, PlacedFlag>();
  const findings: Finding[] = [];
  for (const placed of flags) {
    const name = readFlag(placed.flag.flag, placed.flag.value)?.name ?? placed.flag.flag;
    const earlier = last.get(name);
    last.set(name, placed);
    if (earlier === undefined) continue;
    findings.push({
      span: earlier.span,
      code: "repeated-parameter",
      severity: "warning",
      what: `--${earlier.flag.flag} is said again further on`,
      why: "only one of them counts",
      fix: removed(text, earlier.span),
    });
  }
  return findings;
}

const FLAG_LIKE = /(?:^|\s)(--[a-z][a-z-]{0,20})(?:\s+(?!--)[^\s,]+)?/giu;

/** Flags where they are words, and what is wrong with them where they are parameters. */
export const parameters: Rule = (page) => {
  const { text, capabilities, grammar } = page;
  if (capabilities.negative.kind !== "parameter") {
    return [...text.matchAll(FLAG_LIKE)].map((match): Finding => {
      const start = match.index + match[0].indexOf("--");
      const span = { start, end: match.index + match[0].length };
      return {
        span,
        code: "foreign-syntax",
        severity: "error",
        what: `${match[1]} is Midjourney's`,
        why: `${capabilities.title} reads it as words to draw; such settings have fields of their own`,
        fix: removed(text, span),
      };
    });
  }
  const flags = splitPhrases(text, grammar).parameters ?? [];
  const places = flagPlaces(text, flags);
  const placed = flags.flatMap((flag, index) => {
    const span = places[index];
    return span === undefined ? [] : [{ flag, span }];
  });
  return [
    ...placed.flatMap((flag) => lintFlag(page, flag)),
    ...repeats(text, placed),
    ...wordsBehind(page, placed),
  ];
};
