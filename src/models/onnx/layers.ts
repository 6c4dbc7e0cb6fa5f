import type { GraphBuilder, Value } from "./graph-builder.js";

/**
 * A linear layer as PyTorch stores it: `<key>.weight` [out, in], `<key>.bias` [out] where the layer has one.
 *
 * @param x [rows, in]
 * @returns [rows, out]
 */
export function linear(graph: GraphBuilder, x: Value, key: string, bias = true): Value {
  const inputs = [x, graph.weight(`${key}.weight`), ...(bias ? [graph.weight(`${key}.bias`)] : [])];
  return graph.op("Gemm", inputs, { transB: 1 });
}

/** Over the last axis, with `<key>.weight` and `<key>.bias`. */
export function layerNorm(graph: GraphBuilder, x: Value, key: string, epsilon: number): Value {
  const inputs = [x, graph.weight(`${key}.weight`), graph.weight(`${key}.bias`)];
  return graph.op("LayerNormalization", inputs, { axis: -1, epsilon: { float: epsilon } });
}

/** The exact one, by the error function, in the very form that ONNX Runtime fuses into one operator. */
export function gelu(graph: GraphBuilder, x: Value): Value {
  const erf = graph.op("Erf", [graph.op("Div", [x, graph.scalar(Math.SQRT2)])]);
  const gate = graph.op("Add", [erf, graph.scalar(1)]);
  return graph.op("Mul", [graph.op("Mul", [x, gate]), graph.scalar(0.5)]);
}

/**
 * Softmax(query · keys) · values over the last two axes; scale the query before.
 *
 * @param query [..., queries, d]
 * @param keys [..., d, positions]
 * @param values [..., positions, d]
 * @returns [..., queries, d]
 */
export function attention(graph: GraphBuilder, query: Value, keys: Value, values: Value): Value {
  const weights = graph.op("Softmax", [graph.op("MatMul", [query, keys])], { axis: -1 });
  return graph.op("MatMul", [weights, values]);
}
