import type { InferenceSession } from "onnxruntime-node";
import { encodeModel } from "../../../models/onnx/encode.js";
import type { Matrix } from "../../../models/types.js";
import { dot, rowOf } from "./top-k.js";

/** Multiplies tables with pictures, limited by how fast a table can be read from memory. */
export interface Scorer {
  /**
   * For each row of `queries` its dot product with every row of the table, in single precision: within
   * `roundingBound` of the true one. Repeated rows may differ in the last place.
   */
  readonly scores: (table: Matrix, queries: Matrix) => Promise<Float32Array[]>;
  readonly close: () => Promise<void>;
}

/** Queries that are multiplied in one pass over the table; their scores take 400 kB each for 100,000 phrases. */
const BATCH = 16;

/** Queries as columns, `width` rows. */
function columnsOf(queries: readonly Float32Array[], width: number): Float32Array {
  const columns = new Float32Array(width * queries.length);
  queries.forEach((query, column) => {
    for (let i = 0; i < width; i++) columns[i * queries.length + column] = query[i] as number;
  });
  return columns;
}

function columnOf(scores: Float32Array, column: number, columns: number): Float32Array {
  if (columns === 1) return scores;
  const taken = new Float32Array(scores.length / columns);
  for (let row = 0; row < taken.length; row++) taken[row] = scores[row * columns + column] as number;
  return taken;
}

function product(): Uint8Array {
  return encodeModel({
    name: "similarities",
    inputs: [
      { name: "table", type: "float32", shape: ["phrases", "width"] },
      { name: "queries", type: "float32", shape: ["width", "pictures"] },
    ],
    outputs: [{ name: "scores", type: "float32", shape: ["phrases", "pictures"] }],
    initializers: [],
    nodes: [{ op: "MatMul", inputs: ["table", "queries"], outputs: ["scores"], attributes: {} }],
  });
}

function plain(): Scorer {
  return {
    scores: (table, queries) => {
      const each = (at: number): Float32Array => {
        const query = Float64Array.from(rowOf(queries, at));
        return Float32Array.from({ length: table.rows }, (_, row) => dot(table, row, query));
      };
      return Promise.resolve(Array.from({ length: queries.rows }, (_, at) => each(at)));
    },
    close: () => Promise.resolve(),
  };
}

/**
 * A scorer over ONNX Runtime's matrix product, to which a table is lent where it lies, without a copy; plain loops
 * where the runtime is not installed. Must be closed.
 */
export async function openScorer({ threads }: { readonly threads?: number } = {}): Promise<Scorer> {
  const runtime = await import("onnxruntime-node").catch(() => undefined);
  if (runtime === undefined) return plain();
  const session: InferenceSession = await runtime.InferenceSession.create(
    product(),
    threads === undefined ? {} : { intraOpNumThreads: threads },
  );
  const multiply = async (
    { rows, width, data }: Matrix,
    batch: readonly Float32Array[],
  ): Promise<Float32Array[]> => {
    const { scores } = await session.run({
      table: new runtime.Tensor("float32", data, [rows, width]),
      queries: new runtime.Tensor("float32", columnsOf(batch, width), [width, batch.length]),
    });
    return batch.map((_, at) => columnOf(scores?.data as Float32Array, at, batch.length));
  };
  return {
    scores: async (table, queries) => {
      const all = Array.from({ length: queries.rows }, (_, row) => rowOf(queries, row));
      if (table.rows === 0) return all.map(() => new Float32Array());
      const found: Float32Array[] = [];
      for (let from = 0; from < all.length; from += BATCH) {
        found.push(...(await multiply(table, all.slice(from, from + BATCH))));
      }
      return found;
    },
    close: () => session.release(),
  };
}
