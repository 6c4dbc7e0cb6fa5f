import type { Tensors } from "../weights/tensors.js";
import { createGraphBuilder } from "./graph-builder.js";
import { openSession, type SessionOptions } from "./session.js";

/** Products of a sum; the largest of unsigned and of signed bytes. */
const PRODUCTS = 64;
const [UNSIGNED, SIGNED] = [255, 127];

const NO_WEIGHTS: Tensors = {
  folder: "",
  names: [],
  has: () => false,
  get: (name) => {
    throw new RangeError(`a graph without weights asks for "${name}"`);
  },
};

/**
 * Whether sums of 8-bit products come out wrong where they are large, as on x86 processors without VNNI, whose fast
 * instruction adds two products in 16 bits. It tries.
 *
 * @throws ImpromptError `model-failed`
 */
export async function overflowsBytes(options: Pick<SessionOptions, "carefulBytes"> = {}): Promise<boolean> {
  const graph = createGraphBuilder("bytes", NO_WEIGHTS);
  const rows = graph.input("rows", "float32", [PRODUCTS, PRODUCTS]);
  const bytes = graph.op("Cast", [rows], { to: 2 });
  const weights = graph.constant(new Int8Array(PRODUCTS ** 2).fill(SIGNED), [PRODUCTS, PRODUCTS]);
  const sums = graph.op("Cast", [graph.op("MatMulInteger", [bytes, weights])], { to: 1 });
  graph.output("sums", sums, "float32", [PRODUCTS, PRODUCTS]);
  const session = await openSession(graph.finish(), ".", { ...options, threads: 1 });
  const largest = new Float32Array(PRODUCTS ** 2).fill(UNSIGNED);
  const { sums: found } = await session.run({ rows: session.tensorOf(largest, [PRODUCTS, PRODUCTS]) });
  await session.close();
  return !Array.from(found?.data as Float32Array).every((sum) => sum === PRODUCTS * UNSIGNED * SIGNED);
}
