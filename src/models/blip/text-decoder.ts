import type { Session } from "../onnx/session.js";
import type { Decoder } from "../sampling/decoder.js";
import type { BlipText } from "./config.js";
import type { Rows } from "./rows.js";
import { pickRows } from "./rows.js";

type State = { readonly [name: string]: Rows };

function pickAll(state: State, picked: readonly number[]): State {
  return Object.fromEntries(Object.entries(state).map(([name, rows]) => [name, pickRows(rows, picked)]));
}

/** Keys and values of no token yet. */
function emptyPast({ layers, heads, width }: BlipText, rows: number): State {
  const size = width / heads;
  const data = new Float32Array(0);
  const names = Array.from({ length: layers }, (_, layer): [string, Rows][] => [
    [`past_key_${layer}`, { shape: [rows, heads, size, 0], data }],
    [`past_value_${layer}`, { shape: [rows, heads, 0, size], data }],
  ]);
  return Object.fromEntries(names.flat());
}

/**
 * Captions being written about pictures, whose keys and values the vision graph gave as `cross_key_0` and so on. What a
 * picture needs is let go as soon as no row is about it any more.
 */
export function startCaptions(session: Session, text: BlipText, pictures: State): Decoder {
  const { tensorOf } = session;
  let cross = pictures;
  const count = Object.values(pictures)[0]?.shape[0] ?? 0;
  let past = emptyPast(text, count);
  /** Of each row of the last step, the picture that it is about. */
  let about = Array.from({ length: count }, (_, row) => row);
  let position = 0;

  return {
    advance: async (parents, tokens) => {
      const kept = [...new Set(parents.map((parent) => about[parent] as number))];
      cross = pickAll(cross, kept);
      past = pickAll(past, parents);
      const each = parents.length / kept.length;
      about = parents.map((_, row) => Math.floor(row / each));
      const feeds = Object.entries({ ...cross, ...past }).map(([name, rows]) => [
        name,
        tensorOf(rows.data, rows.shape),
      ]);
      const outputs = await session.run({
        ...Object.fromEntries(feeds),
        tokens: tensorOf(BigInt64Array.from(tokens, BigInt), [kept.length, each]),
        position: tensorOf(BigInt64Array.of(BigInt(position)), [1]),
      });
      position += 1;
      const { logits, ...present } = outputs;
      past = Object.fromEntries(
        Object.entries(present).map(([name, { data, dims }]) => [`past_${name}`, { shape: dims, data }]),
      ) as State;
      return { rows: parents.length, width: text.vocabulary, data: logits?.data as Float32Array };
    },
  };
}
