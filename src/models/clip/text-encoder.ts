import type { Session } from "../onnx/session.js";
import type { Matrix, ModelWork } from "../types.js";
import { emptyPast, extendPast, longestPast, type Past, type PastSizes } from "./past.js";
import { pause } from "./pause.js";
import {
  compareTokens,
  groupTexts,
  layOutGroups,
  sharedTokens,
  type TokenBatch,
  type TokenGroup,
} from "./token-groups.js";

type Tokens = readonly number[];

export interface TextEncoder {
  /**
   * Rows of length 1, in the order of the texts. Each text is tokens with start and end, and has the end nowhere else.
   *
   * @throws ImpromptError `cancelled`, `model-failed`
   */
  readonly encode: (texts: readonly Tokens[], work?: ModelWork) => Promise<Matrix>;
}

/** Tokens that groups may have: in larger ones more texts share what they have in common. */
const GROUPS = [64, 128, 256];
/** What attention adds to a token's cost in a group of so many: as much again. Measured with ViT-L/14. */
const DOUBLE_COST = 640;
/** Tokens of a run: enough to keep the multipliers busy, few enough for what they make to stay in the cache. */
const RUN = 512;
/** Tokens that would be encoded again in group after group, from which on a run of their own costs less. */
const WORTH_A_RUN = 64;
/** Pasts that are remembered; a token of one has 74 KB in ViT-L/14, 328 KB in ViT-bigG/14. */
const REMEMBERED = 4;

/** Texts sorted by their tokens, each once; `places` are, of each, the places it has among all. */
interface SortedTexts {
  readonly texts: readonly Tokens[];
  readonly places: readonly (readonly number[])[];
}

function sortTexts(all: readonly Tokens[]): SortedTexts {
  const at = (index: number): Tokens => all[index] as Tokens;
  const texts: Tokens[] = [];
  const places: number[][] = [];
  for (const index of all.map((_, place) => place).sort((a, b) => compareTokens(at(a), at(b)) || a - b)) {
    const last = texts.at(-1);
    if (last !== undefined && compareTokens(last, at(index)) === 0) {
      places.at(-1)?.push(index);
    } else {
      texts.push(at(index));
      places.push([index]);
    }
  }
  return { texts, places };
}

function largest(groups: readonly TokenGroup[]): number {
  return groups.reduce((most, group) => Math.max(most, group.tokens), 0);
}

/** In groups of the size that costs least, empty places counted. */
function groupsFrom(texts: readonly Tokens[], start: number): TokenGroup[] {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0) - start;
  const choices = GROUPS.map((size) => {
    const groups = groupTexts(texts, start, Math.max(size, longest));
    const places = largest(groups);
    return { groups, cost: groups.length * places * (1 + places / DOUBLE_COST) };
  });
  return choices.reduce((best, other) => (other.cost < best.cost ? other : best)).groups;
}

/** Groups that a run takes together. */
function runsOf(groups: readonly TokenGroup[]): TokenGroup[][] {
  const each = Math.max(1, Math.floor(RUN / largest(groups)));
  return Array.from({ length: Math.ceil(groups.length / each) }, (_, run) =>
    groups.slice(run * each, (run + 1) * each),
  );
}

/** Runs a batch; `after` is the past with the batch's first `kept` tokens behind it. */
async function runBatch(
  { run, tensorOf }: Session,
  past: Past,
  { groups, size, tokens, positions, mask, ends }: TokenBatch,
  kept: number,
): Promise<{ readonly rows: Float32Array; readonly after: Past }> {
  const indices = Int32Array.from({ length: kept }, (_, index) => index);
  const { embedding, present } = await run({
    tokens: tensorOf(tokens, [tokens.length]),
    positions: tensorOf(positions, [positions.length]),
    mask: tensorOf(mask, [groups, size, size]),
    past: tensorOf(past.data, past.shape),
    ends: tensorOf(ends, [ends.length]),
    kept: tensorOf(indices, [kept]),
  });
  const rows = embedding?.data as Float32Array;
  if (kept === 0) return { rows, after: past };
  return {
    rows,
    after: extendPast(past, Array.from(tokens.subarray(0, kept)), present?.data as Float32Array),
  };
}

/** What texts go on from, and how many tokens after it they all share, which their first run leaves as a past. */
interface Beginning {
  readonly past: Past;
  readonly groups: readonly TokenGroup[];
  readonly shared: number;
}

async function begin(session: Session, texts: readonly Tokens[], known: Past): Promise<Beginning> {
  const [first = [], last = []] = [texts[0], texts.at(-1)];
  const common = first.slice(0, Math.min(sharedTokens(first, last), first.length - 1));
  const from = known.tokens.length;
  const shared = common.length - from;
  const groups = groupsFrom(texts, from);
  if ((groups.length - 1) * shared < WORTH_A_RUN) return { past: known, groups, shared };
  const alone = layOutGroups([common], from, groupsFrom([common], from));
  const { after } = await runBatch(session, known, alone, shared);
  return { past: after, groups: groupsFrom(texts, common.length), shared: 0 };
}

/** An encoder over a session of the text graph, with `width` numbers a row. Remembers how the last calls' texts began. */
export function createTextEncoder(session: Session, sizes: PastSizes, width: number): TextEncoder {
  const nothing = emptyPast(sizes);
  let pasts: readonly Past[] = [];
  const remember = (past: Past): void => {
    pasts = [past, ...pasts.filter((known) => known !== past)].slice(0, REMEMBERED);
  };

  const encode: TextEncoder["encode"] = async (all, { signal, onProgress } = {}) => {
    const data = new Float32Array(all.length * width);
    if (all.length === 0) return { rows: 0, width, data };
    await pause(signal);
    const { texts, places } = sortTexts(all);
    const known = longestPast(pasts, texts) ?? nothing;
    const { past, groups, shared } = await begin(session, texts, known);
    if (past !== nothing) remember(past);
    let done = 0;
    for (const [index, run] of runsOf(groups).entries()) {
      await pause(signal);
      const kept = index === 0 ? shared : 0;
      const { rows, after } = await runBatch(
        session,
        past,
        layOutGroups(texts, past.tokens.length, run),
        kept,
      );
      if (kept > 0) remember(after);
      const from = run[0]?.from ?? 0;
      for (let row = 0; row * width < rows.length; row++) {
        const copies = places[from + row] ?? [];
        for (const place of copies) data.set(rows.subarray(row * width, (row + 1) * width), place * width);
        done += copies.length;
      }
      onProgress?.(done, all.length);
    }
    return { rows: all.length, width, data };
  };
  return { encode };
}
