import { scoreShape } from "./detect-shape.js";
import type { Tallies } from "./detect-signs.js";
import { score, scoreSigns } from "./detect-signs.js";
import type { GrammarId } from "./tree.js";
import { GRAMMARS } from "./tree.js";

export interface Detection {
  readonly grammar: GrammarId;
  /** Between 0 and 1; those of all grammars add up to at most 1. */
  readonly confidence: number;
  readonly reason: string;
}

/** What is enough of a text to judge by, UTF-16 units. */
const ENOUGH = 20_000;

/** Confidences below this are not worth telling. */
const LEAST = 0.01;

const IDEOGRAM_KEY = /"(?:high_level_description|style_description|compositional_deconstruction|desc)"\s*:/gu;
const FLUX_KEY =
  /"(?:scene|subjects?|style|lighting|mood|background|composition|camera|colou?r_palette|environment)"\s*:/gu;

/** Grammars of structured prompts are told apart by their keys; the text need not be whole. */
function scoreJson(tallies: Tallies, text: string): boolean {
  if (!/^(?:```(?:json)?\s*)?(?:\[\s*)?\{\s*"[^"\n]{0,80}"\s*:/u.test(text.trimStart())) return false;
  const ideogram = text.match(IDEOGRAM_KEY)?.length ?? 0;
  const flux = text.match(FLUX_KEY)?.length ?? 0;
  score(tallies, { "flux-json": 4, "ideogram-json": 3 }, "an object with keys");
  if (ideogram > 0) score(tallies, { "ideogram-json": 4 + ideogram }, "Ideogram's keys");
  else if (flux > 0) score(tallies, { "flux-json": Math.min(4, 1 + flux) }, "FLUX's keys");
  return true;
}

/** Grammars without weights; what shows syntax of another cannot well be theirs. */
const PLAIN: ReadonlySet<GrammarId> = new Set(["tags", "danbooru", "prose"]);

function dampPlain(tallies: Tallies): void {
  const syntax = [...tallies].filter(([grammar]) => !PLAIN.has(grammar)).map(([, { points }]) => points);
  const most = Math.max(0, ...syntax);
  if (most < 1.5) return;
  for (const [grammar, tally] of tallies) {
    if (PLAIN.has(grammar)) tallies.set(grammar, { ...tally, points: tally.points - Math.min(3, most) });
  }
}

/** Points as shares: a point more is about twice as likely; what speaks weakly for all leaves the sum below 1. */
function shares(tallies: Tallies): Detection[] {
  const most = Math.max(...[...tallies.values()].map(({ points }) => points));
  const odds = [...tallies].map(([grammar, { points, reason }]) => ({
    grammar,
    reason,
    odds: 2 ** (points - most),
  }));
  const unsure = 2 ** (-Math.max(0, most) / 2);
  const total = odds.reduce((sum, each) => sum + each.odds, unsure);
  return odds.map(({ grammar, reason, odds: each }) => ({
    grammar,
    confidence: Math.floor((each / total) * 1000) / 1000,
    reason,
  }));
}

/**
 * The grammars that a prompt may be written in, surest first, ties in the order of `GRAMMARS`; never empty. Where
 * nothing tells grammars apart, the plainest one that reads the text as written comes first. Judged by at most
 * 20,000 characters.
 */
export function detect(text: string): readonly [Detection, ...Detection[]] {
  const tallies: Tallies = new Map();
  const beginning = text.slice(0, ENOUGH);
  if (!scoreJson(tallies, beginning)) {
    scoreSigns(tallies, beginning);
    scoreShape(tallies, beginning);
    dampPlain(tallies);
  }
  const [first, ...others] = shares(tallies).sort(
    (x, y) => y.confidence - x.confidence || GRAMMARS.indexOf(x.grammar) - GRAMMARS.indexOf(y.grammar),
  );
  if (first === undefined) return [{ grammar: "prose", confidence: 0, reason: "nothing to judge by" }];
  return [first, ...others.filter(({ confidence }) => confidence >= LEAST)];
}
