import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import type { LinearNames } from "./layout.js";

/**
 * What linear layers compute with. `int8` takes a third of the time and a quarter of the memory, and is an
 * approximation: each row of what goes in and each row of the weights is rounded to 8 bits, by its own largest number.
 */
export type Precision = "float32" | "int8";

/** [n, in] to [n, out]. */
export type Linear = (rows: Value, names: LinearNames) => Value;

/** Largest of an 8-bit number that is as far from 0 as its negative. */
const MOST = 127;
/** What a row of zeros is divided by. */
const LEAST_SCALE = 1e-12;

interface Rounded {
  readonly numbers: Value;
  /** What 1 stands for in each row: [rows]. */
  readonly scale: Value;
}

/** [rows, columns] to 8 bits, signed or around 128. The runtime does it to weights once, when it loads the graph. */
function roundRows(graph: GraphBuilder, rows: Value, zero: Value): Rounded {
  const highest = graph.op("ReduceMax", [rows], { axes: [1], keepdims: 0 });
  const lowest = graph.op("ReduceMin", [rows], { axes: [1], keepdims: 0 });
  const largest = graph.op("Max", [highest, graph.op("Neg", [lowest])]);
  const scale = graph.op("Max", [graph.op("Div", [largest, graph.scalar(MOST)]), graph.scalar(LEAST_SCALE)]);
  const zeros = graph.op("Expand", [zero, graph.op("Shape", [scale])]);
  return { numbers: graph.op("QuantizeLinear", [rows, scale, zeros], { axis: 0 }), scale };
}

/** How a graph's linear layers are computed. */
export function createLinear(graph: GraphBuilder, precision: Precision): Linear {
  const take = (name: string, { rows }: LinearNames): Value =>
    rows === undefined ? graph.weight(name) : graph.weightRows(name, rows.from, rows.count);
  if (precision === "float32") {
    return (rows, names) =>
      graph.op("Gemm", [rows, take(names.weight, names), take(names.bias, names)], { transB: 1 });
  }
  const middle = graph.constant(Uint8Array.of(MOST + 1), []);
  const none = graph.constant(Int8Array.of(0), []);
  const rounded = new Map<string, Rounded>();
  return (rows, names) => {
    const left = rounded.get(rows.name) ?? roundRows(graph, rows, middle);
    rounded.set(rows.name, left);
    const right = roundRows(graph, take(names.weight, names), none);
    const turned = graph.op("Transpose", [right.numbers], { perm: [1, 0] });
    const product = graph.op("Cast", [graph.op("MatMulInteger", [left.numbers, turned, middle])], { to: 1 });
    const byRow = graph.op("Mul", [product, graph.op("Unsqueeze", [left.scale, graph.ints(1)])]);
    return graph.op("Add", [graph.op("Mul", [byRow, right.scale]), take(names.bias, names)]);
  };
}
