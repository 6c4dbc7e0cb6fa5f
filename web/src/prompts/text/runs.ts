import type { Span, Term } from "imprompt/core";

/** A run of a text: what says a term, or what stands between. */
export interface Run {
  /** The same for the same run after an edit elsewhere. */
  readonly key: string;
  readonly text: string;
  readonly termId: string | null;
}

/** The text cut at its spans, nothing lost; spans in order, apart from each other. */
export function runsOf(text: string, spans: readonly Span[]): Run[] {
  const runs: Run[] = [];
  const counts = new Map<string, number>();
  const add = (start: number, end: number, termId: string | null): void => {
    if (start >= end) return;
    const name = termId ?? "";
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    runs.push({ key: `${name} ${count}`, text: text.slice(start, end), termId });
  };
  let at = 0;
  for (const { start, end, termId } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    add(at, start, null);
    add(start, end, termId);
    at = end;
  }
  add(at, text.length, null);
  return runs;
}

/** Where exclusions stand from `from` on: each found by its words behind the one before; unfound ones have no span. */
export function exclusionSpans(text: string, terms: readonly Term[], from = 0): Span[] {
  const haystack = text.toLowerCase();
  const spans: Span[] = [];
  let at = from;
  for (const { id, text: said, polarity } of terms) {
    if (polarity !== "exclude") continue;
    const words = said.toLowerCase().trim();
    const bare = words.replace(/^(?:no|without|avoid|not)\s+/u, "");
    const start = haystack.indexOf(bare, at);
    if (bare === "" || start < 0) continue;
    at = start + bare.length;
    spans.push({ start, end: at, termId: id });
  }
  return spans;
}
