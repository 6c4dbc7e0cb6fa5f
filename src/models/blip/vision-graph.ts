import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import { createGraphBuilder } from "../onnx/graph-builder.js";
import { attention, gelu, layerNorm, linear } from "../onnx/layers.js";
import type { Tensors } from "../weights/tensors.js";
import type { BlipConfig, BlipVision } from "./config.js";

/** Patches of pictures with the class token before them: [batch * positions, width]. */
function embedPatches(graph: GraphBuilder, pixels: Value, { width, patchSize }: BlipVision): Value {
  const key = "vision_model.embeddings";
  const kernel = [graph.weight(`${key}.patch_embedding.weight`), graph.weight(`${key}.patch_embedding.bias`)];
  const sides = [patchSize, patchSize];
  const grid = graph.op("Conv", [pixels, ...kernel], { kernel_shape: sides, strides: sides });
  const rows = graph.op("Reshape", [grid, graph.ints(0, width, -1)]);
  const patches = graph.op("Transpose", [rows], { perm: [0, 2, 1] });
  const batch = graph.op("Shape", [pixels], { start: 0, end: 1 });
  const wanted = graph.op("Concat", [batch, graph.ints(1, width)], { axis: 0 });
  const start = graph.op("Expand", [graph.weight(`${key}.class_embedding`), wanted]);
  const all = graph.op("Concat", [start, patches], { axis: 1 });
  const placed = graph.op("Add", [all, graph.weight(`${key}.position_embedding`)]);
  return graph.op("Reshape", [placed, graph.ints(-1, width)]);
}

function selfAttention(graph: GraphBuilder, x: Value, key: string, vision: BlipVision): Value {
  const { heads, positions, width } = vision;
  const size = width / heads;
  const parts = graph.ops("Split", [linear(graph, x, `${key}.qkv`)], 3, { axis: 1 });
  const [query, keys, values] = parts.map((part, index) =>
    graph.op("Transpose", [graph.op("Reshape", [part, graph.ints(-1, positions, heads, size)])], {
      perm: index === 1 ? [0, 2, 3, 1] : [0, 2, 1, 3],
    }),
  ) as [Value, Value, Value];
  const scaled = graph.op("Mul", [query, graph.scalar(size ** -0.5)]);
  const seen = graph.op("Transpose", [attention(graph, scaled, keys, values)], { perm: [0, 2, 1, 3] });
  return linear(graph, graph.op("Reshape", [seen, graph.ints(-1, width)]), `${key}.projection`);
}

function encoderLayer(graph: GraphBuilder, x: Value, layer: number, vision: BlipVision): Value {
  const key = `vision_model.encoder.layers.${layer}`;
  const before = layerNorm(graph, x, `${key}.layer_norm1`, vision.epsilon);
  const attended = graph.op("Add", [selfAttention(graph, before, `${key}.self_attn`, vision), x]);
  const between = layerNorm(graph, attended, `${key}.layer_norm2`, vision.epsilon);
  const inner = gelu(graph, linear(graph, between, `${key}.mlp.fc1`));
  return graph.op("Add", [linear(graph, inner, `${key}.mlp.fc2`), attended]);
}

/**
 * Pictures to what the text decoder reads of them.
 *
 * In: `pixels` [batch, 3, side, side]. Out: `embeddings` [batch, positions, width], and for each layer of the decoder
 * the keys and values of its attention to the picture, `cross_key_0` [batch, heads, d, positions], `cross_value_0`
 * [batch, heads, positions, d]: they are the same for every token, so they are computed here, once.
 */
export function visionGraph(weights: Tensors, { vision, text }: BlipConfig): Uint8Array {
  const graph = createGraphBuilder("blip-vision", weights);
  const { imageSize: side, layers, positions, width, epsilon } = vision;
  let x = embedPatches(graph, graph.input("pixels", "float32", ["batch", 3, side, side]), vision);
  for (let layer = 0; layer < layers; layer++) x = encoderLayer(graph, x, layer, vision);
  const states = layerNorm(graph, x, "vision_model.post_layernorm", epsilon);
  const embeddings = graph.op("Reshape", [states, graph.ints(-1, positions, width)]);
  graph.output("embeddings", embeddings, "float32", ["batch", positions, width]);

  const size = text.width / text.heads;
  const split = graph.ints(-1, positions, text.heads, size);
  for (let layer = 0; layer < text.layers; layer++) {
    const key = `text_decoder.bert.encoder.layer.${layer}.crossattention.self`;
    const keys = graph.op("Reshape", [linear(graph, states, `${key}.key`), split]);
    const values = graph.op("Reshape", [linear(graph, states, `${key}.value`), split]);
    const turnedKeys = graph.op("Transpose", [keys], { perm: [0, 2, 3, 1] });
    const turnedValues = graph.op("Transpose", [values], { perm: [0, 2, 1, 3] });
    graph.output(`cross_key_${layer}`, turnedKeys, "float32", ["batch", text.heads, size, positions]);
    graph.output(`cross_value_${layer}`, turnedValues, "float32", ["batch", text.heads, positions, size]);
  }
  return graph.finish();
}
