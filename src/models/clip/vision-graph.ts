import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import { createGraphBuilder } from "../onnx/graph-builder.js";
import { attention, layerNorm } from "../onnx/layers.js";
import type { Tensors } from "../weights/tensors.js";
import type { ClipArchitecture } from "./architecture.js";
import { finishBlock, project, type Tower } from "./block.js";
import type { ClipLayout } from "./layout.js";
import { createLinear, type Precision } from "./linear.js";

type Vision = ClipArchitecture["vision"];

/** Pictures [batch, 3, side, side] to rows [batch * (1 + patches), width], the class row of each before its patches. */
function embedPatches(
  tower: Tower & { readonly shape: Vision },
  pixels: Value,
  names: ClipLayout["vision"],
): Value {
  const {
    graph,
    shape: { width, patch, epsilon },
  } = tower;
  const cells = graph.op("Conv", [pixels, graph.weight(names.patches)], {
    kernel_shape: [patch, patch],
    strides: [patch, patch],
  });
  const patches = graph.op("Transpose", [graph.op("Reshape", [cells, graph.ints(0, width, -1)])], {
    perm: [0, 2, 1],
  });
  const batch = graph.op("Slice", [graph.op("Shape", [pixels]), graph.ints(0), graph.ints(1)]);
  const first = graph.op("Reshape", [graph.weight(names.first), graph.ints(1, 1, width)]);
  const firsts = graph.op("Expand", [
    first,
    graph.op("Concat", [batch, graph.ints(1), graph.ints(width)], { axis: 0 }),
  ]);
  const placed = graph.op("Add", [
    graph.op("Concat", [firsts, patches], { axis: 1 }),
    graph.weight(names.positions),
  ]);
  return layerNorm(graph, graph.op("Reshape", [placed, graph.ints(-1, width)]), names.firstNorm, epsilon);
}

/** Rows [batch * queries, width] to what each sees among [batch * tokens, width]. */
function attend(
  graph: GraphBuilder,
  [query, key, value]: readonly [Value, Value, Value],
  sizes: Attention,
): Value {
  const { heads, width, tokens, queries } = sizes;
  const part = (rows: Value, count: number, perm: readonly number[]): Value =>
    graph.op("Transpose", [graph.op("Reshape", [rows, graph.ints(-1, count, heads, width / heads)])], {
      perm,
    });
  const scaled = graph.op("Mul", [query, graph.scalar((width / heads) ** -0.5)]);
  const seen = attention(
    graph,
    part(scaled, queries, [0, 2, 1, 3]),
    part(key, tokens, [0, 2, 3, 1]),
    part(value, tokens, [0, 2, 1, 3]),
  );
  const joined = graph.op("Transpose", [seen], { perm: [0, 2, 1, 3] });
  return graph.op("Reshape", [joined, graph.ints(-1, width)]);
}

interface Attention {
  readonly heads: number;
  readonly width: number;
  readonly tokens: number;
  readonly queries: number;
}

/**
 * The picture tower: `pixels` [batch, 3, side, side] to `embedding` [batch, embedding], rows of length 1. In the last
 * block, only the class rows ask.
 */
export function buildVisionGraph(
  tensors: Tensors,
  { vision: names, projectionsByOutput }: ClipLayout,
  { vision, embedding }: ClipArchitecture,
  precision: Precision,
): Uint8Array {
  const { width, heads, layers, epsilon, imageSize, patch } = vision;
  const graph = createGraphBuilder("clip-vision", tensors);
  const tower = { graph, linear: createLinear(graph, precision), shape: vision };
  const tokens = 1 + (imageSize / patch) ** 2;
  const pixels = graph.input("pixels", "float32", ["batch", 3, imageSize, imageSize]);
  const firstRows = (rows: Value): Value => {
    const pictures = graph.op("Reshape", [rows, graph.ints(-1, tokens, width)]);
    return graph.op("Gather", [pictures, graph.integer(0)], { axis: 1 });
  };
  let rows = embedPatches(tower, pixels, names);
  for (let index = 0; index < layers; index++) {
    const block = names.block(index);
    const last = index === layers - 1;
    const normed = layerNorm(graph, rows, block.norm1, epsilon);
    const query = tower.linear(last ? firstRows(normed) : normed, block.query);
    const seen = attend(graph, [query, tower.linear(normed, block.key), tower.linear(normed, block.value)], {
      heads,
      width,
      tokens,
      queries: last ? 1 : tokens,
    });
    rows = finishBlock(tower, last ? firstRows(rows) : rows, seen, block);
  }
  const projected = project(tower, rows, names.lastNorm, names.projection, projectionsByOutput);
  graph.output("embedding", projected, "float32", ["batch", embedding]);
  return graph.finish();
}
