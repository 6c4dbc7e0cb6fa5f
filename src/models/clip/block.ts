import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import { gelu, layerNorm } from "../onnx/layers.js";
import type { Activation, TowerShape } from "./architecture.js";
import type { BlockNames } from "./layout.js";
import type { Linear } from "./linear.js";

/** A tower whose graph is being built. */
export interface Tower {
  readonly graph: GraphBuilder;
  readonly linear: Linear;
  readonly shape: TowerShape;
}

function activate(graph: GraphBuilder, x: Value, kind: Activation): Value {
  if (kind === "quick-gelu") {
    return graph.op("Mul", [x, graph.op("Sigmoid", [graph.op("Mul", [x, graph.scalar(1.702)])])]);
  }
  return gelu(graph, x);
}

/** The rest of a block after attention: what the heads saw is added to the rows [n, width], then the layers' own. */
export function finishBlock(tower: Tower, rows: Value, seen: Value, names: BlockNames): Value {
  const { graph, linear, shape } = tower;
  const attended = graph.op("Add", [rows, linear(seen, names.out)]);
  const raised = linear(layerNorm(graph, attended, names.norm2, shape.epsilon), names.rise);
  return graph.op("Add", [attended, linear(activate(graph, raised, shape.activation), names.fall)]);
}

/** [n, width] to embeddings [n, embedding] of length 1; `byOutput` as the layout has projections. */
export function project(
  { graph, shape }: Tower,
  rows: Value,
  lastNorm: string,
  projection: string,
  byOutput: boolean,
): Value {
  const normed = layerNorm(graph, rows, lastNorm, shape.epsilon);
  const projected = graph.op("Gemm", [normed, graph.weight(projection)], { transB: byOutput ? 1 : 0 });
  return graph.op("LpNormalization", [projected], { axis: -1, p: 2 });
}
