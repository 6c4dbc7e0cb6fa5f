import { z } from "zod";
import type { Asked } from "./facets.js";
import { ASKED } from "./facets.js";
import { readLooseJson } from "./loose-json.js";
import type { Refusal } from "./refusal.js";
import { refusalIn } from "./refusal.js";

export interface SaidPhrase {
  readonly text: string;
  /** 0 to 1, as the model says; undefined where it does not. */
  readonly sure: number | undefined;
}

export interface SaidFacet {
  readonly asked: Asked;
  readonly phrases: readonly SaidPhrase[];
}

export type Answer =
  | {
      readonly kind: "said";
      readonly caption: string;
      readonly facets: readonly SaidFacet[];
      /** The answer ended before its form did. */
      readonly cut: boolean;
    }
  | { readonly kind: Refusal }
  /** What is wrong with it, as the end of "it ...". */
  | { readonly kind: "malformed"; readonly fault: string };

const SURENESS: ReadonlyMap<string, number> = new Map([
  ["certain", 0.95],
  ["very high", 0.95],
  ["high", 0.85],
  ["medium", 0.6],
  ["moderate", 0.6],
  ["low", 0.3],
  ["very low", 0.1],
]);

/** 0.8, 8 of 10, 80, "0.8", "80 %" or "high"; undefined for all else. */
function surenessOf(value: unknown): number | undefined {
  if (typeof value === "string") {
    const known = SURENESS.get(value.trim().toLowerCase());
    return known ?? surenessOf(Number(value.replace(/%/u, "").trim() || "-"));
  }
  if (typeof value !== "number" || !(value >= 0) || value > 100) return undefined;
  if (value <= 1) return value;
  return value <= 10 ? value / 10 : value / 100;
}

const Words = z.union([z.string(), z.number().transform(String)]);
const Phrase = z.union([
  Words.transform((text): SaidPhrase => ({ text, sure: undefined })),
  z
    .looseObject({
      phrase: Words.optional().catch(undefined),
      text: Words.optional().catch(undefined),
      name: Words.optional().catch(undefined),
      value: Words.optional().catch(undefined),
      description: Words.optional().catch(undefined),
      confidence: z.unknown().optional(),
      score: z.unknown().optional(),
    })
    .transform(
      ({ phrase, text, name, value, description, confidence, score }): SaidPhrase => ({
        text: phrase ?? text ?? name ?? value ?? description ?? "",
        sure: surenessOf(confidence ?? score),
      }),
    ),
]);

const Members = z.record(z.string(), z.unknown());
const isMembers = (value: unknown): value is { readonly [key: string]: unknown } =>
  Members.safeParse(value).success;

/** A list of phrases, one phrase, or phrases with their confidence as an object; what is none is left out. */
function phrasesOf(value: unknown): SaidPhrase[] {
  if (Array.isArray(value)) return value.flatMap((item) => phrasesOf(item));
  const phrase = Phrase.safeParse(value);
  if (phrase.success && phrase.data.text.trim() !== "") return [phrase.data];
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([text, sure]) =>
    typeof sure === "number" && !/^(?:confidence|score|id|index)$/iu.test(text)
      ? [{ text, sure: surenessOf(sure) }]
      : [],
  );
}

const keyOf = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, "_");

function membersOf(value: { readonly [key: string]: unknown }): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).map(([name, held]) => [keyOf(name), held]));
}

function facetsOf(members: ReadonlyMap<string, unknown>): SaidFacet[] {
  return ASKED.flatMap((asked) => {
    const keys = [asked.key, ...asked.also].filter((key) => members.has(key));
    const phrases = keys.flatMap((key) => phrasesOf(members.get(key)));
    return keys.length === 0 ? [] : [{ asked, phrases }];
  });
}

/** A flat list, `[{"facet": "subject", "phrase": ...}]`, by its facets. */
function gathered(items: readonly unknown[]): ReadonlyMap<string, unknown> {
  const lists = new Map<string, unknown[]>();
  for (const item of items) {
    if (!isMembers(item)) continue;
    const facet = item["facet"] ?? item["category"] ?? item["key"];
    if (typeof facet === "string") lists.set(keyOf(facet), [...(lists.get(keyOf(facet)) ?? []), item]);
  }
  return lists;
}

interface Found {
  readonly caption: string;
  readonly facets: readonly SaidFacet[];
}

/** The facets of a value or, where it wraps them, of what it holds: the object that names most of them. */
function find(value: unknown, deeper: number): Found {
  const members = !Array.isArray(value) && isMembers(value) ? value : {};
  const named = Array.isArray(value) ? gathered(value) : membersOf(members);
  const caption = ["caption", "description", "summary"]
    .map((key) => named.get(key))
    .find((text) => typeof text === "string");
  const own: Found = { caption: typeof caption === "string" ? caption : "", facets: facetsOf(named) };
  if (deeper === 0 || own.facets.length > 1) return own;
  const inner = (Array.isArray(value) ? value : Object.values(members)).map((held) => find(held, deeper - 1));
  const best = [own, ...inner].reduce((x, y) => (y.facets.length > x.facets.length ? y : x));
  return { facets: best.facets, caption: best.caption === "" ? own.caption : best.caption };
}

/** What the model says aloud: thinking between its marks taken off, also where only its end is marked. */
function aloud(text: string): string {
  return text
    .replace(/<(think|thinking|thought|reasoning)>[^]*?<\/\1>|◁think▷[^]*?◁\/think▷/giu, "")
    .replace(/^[^]*?(?:<\/(?:think|thinking|thought|reasoning)>|◁\/think▷)/iu, "")
    .replace(/(?:<(?:think|thinking|thought|reasoning)>|◁think▷)[^]*$/iu, "")
    .replace(/<\|[a-z_]+\|>/giu, "")
    .trim();
}

/** Where objects or lists may begin; more than a handful are prose with brackets in it. */
function beginnings(text: string): number[] {
  return [...text.matchAll(/[{[]/gu)].slice(0, 24).map(({ index }) => index);
}

interface Best {
  readonly found: Found;
  readonly whole: boolean;
}

/** The value that names most facets; of equals the first. */
function bestIn(text: string): Best | undefined {
  let best: Best | undefined;
  let read = 0;
  for (const at of beginnings(text)) {
    if (at < read) continue;
    const { value, whole, end } = readLooseJson(text, at);
    const found = find(value, 2);
    const better = found.facets.length > (best?.found.facets.length ?? 0);
    if (better || (best === undefined && found.caption !== "")) {
      best = { found, whole };
      read = end;
    }
  }
  return best;
}

/**
 * An answer as a model wrote it: JSON by itself, in a fence, in the middle of prose, behind thinking, or cut short.
 * It refuses only where it holds no phrase.
 */
export function readAnswer(text: string): Answer {
  const said = aloud(text);
  const best = bestIn(said);
  const facets = best?.found.facets.filter(({ phrases }) => phrases.length > 0) ?? [];
  const caption = best?.found.caption ?? "";
  const refusal = facets.length > 0 ? undefined : refusalIn(caption === "" ? said : caption);
  if (refusal !== undefined) return { kind: refusal };
  if (best !== undefined && (facets.length > 0 || caption !== "")) {
    return { kind: "said", caption, facets, cut: !best.whole };
  }
  if (said === "")
    return { kind: "malformed", fault: text.trim() === "" ? "was empty" : "held thinking alone" };
  return {
    kind: "malformed",
    fault: /[{[]/u.test(said) ? "named none of the keys, or said nothing under them" : "held no JSON object",
  };
}
