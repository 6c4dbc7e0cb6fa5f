import type { GraphBuilder, Value } from "../onnx/graph-builder.js";
import { createGraphBuilder } from "../onnx/graph-builder.js";
import { attention, gelu, layerNorm, linear } from "../onnx/layers.js";
import type { Tensors } from "../weights/tensors.js";
import type { BlipConfig, BlipText } from "./config.js";

/** Attention to the tokens so far and the new one. Tells the layer's keys and values, the new token's included. */
function selfAttention(graph: GraphBuilder, x: Value, layer: number, { width, heads }: BlipText): Value {
  const key = `text_decoder.bert.encoder.layer.${layer}.attention`;
  const size = width / heads;
  const query = graph.op("Mul", [linear(graph, x, `${key}.self.query`), graph.scalar(size ** -0.5)]);
  const newKey = graph.op("Reshape", [linear(graph, x, `${key}.self.key`), graph.ints(-1, heads, size, 1)]);
  const newValue = graph.op("Reshape", [
    linear(graph, x, `${key}.self.value`),
    graph.ints(-1, heads, 1, size),
  ]);
  const pastKeys = graph.input(`past_key_${layer}`, "float32", ["rows", heads, size, "past"]);
  const pastValues = graph.input(`past_value_${layer}`, "float32", ["rows", heads, "past", size]);
  const keys = graph.op("Concat", [pastKeys, newKey], { axis: 3 });
  const values = graph.op("Concat", [pastValues, newValue], { axis: 2 });
  graph.output(`key_${layer}`, keys, "float32", ["rows", heads, size, "length"]);
  graph.output(`value_${layer}`, values, "float32", ["rows", heads, "length", size]);
  const each = graph.op("Reshape", [query, graph.ints(-1, heads, 1, size)]);
  return graph.op("Reshape", [attention(graph, each, keys, values), graph.ints(-1, width)]);
}

/** Attention to the picture: the rows of one picture share its keys and values. */
function crossAttention(
  graph: GraphBuilder,
  x: Value,
  layer: number,
  rows: Value,
  config: BlipConfig,
): Value {
  const key = `text_decoder.bert.encoder.layer.${layer}.crossattention`;
  const { width, heads } = config.text;
  const { positions } = config.vision;
  const size = width / heads;
  const query = graph.op("Mul", [linear(graph, x, `${key}.self.query`), graph.scalar(size ** -0.5)]);
  const shape = graph.op("Concat", [rows, graph.ints(heads, size)], { axis: 0 });
  const each = graph.op("Transpose", [graph.op("Reshape", [query, shape])], { perm: [0, 2, 1, 3] });
  const keys = graph.input(`cross_key_${layer}`, "float32", ["pictures", heads, size, positions]);
  const values = graph.input(`cross_value_${layer}`, "float32", ["pictures", heads, positions, size]);
  const seen = graph.op("Transpose", [attention(graph, each, keys, values)], { perm: [0, 2, 1, 3] });
  return graph.op("Reshape", [seen, graph.ints(-1, width)]);
}

/** The end of each part of a layer: a linear layer, what went in before it, a layer norm. */
function close(graph: GraphBuilder, inner: Value, before: Value, key: string, epsilon: number): Value {
  return layerNorm(
    graph,
    graph.op("Add", [linear(graph, inner, `${key}.dense`), before]),
    `${key}.LayerNorm`,
    epsilon,
  );
}

function decoderLayer(graph: GraphBuilder, x: Value, layer: number, rows: Value, config: BlipConfig): Value {
  const key = `text_decoder.bert.encoder.layer.${layer}`;
  const { epsilon } = config.text;
  const words = close(
    graph,
    selfAttention(graph, x, layer, config.text),
    x,
    `${key}.attention.output`,
    epsilon,
  );
  const picture = crossAttention(graph, words, layer, rows, config);
  const both = close(graph, picture, words, `${key}.crossattention.output`, epsilon);
  const inner = gelu(graph, linear(graph, both, `${key}.intermediate.dense`));
  return close(graph, inner, both, `${key}.output`, epsilon);
}

/**
 * Scores of each word to come. The matrix is the one of the word embeddings, and the file may hold it once or twice,
 * just as the bias.
 */
function head(graph: GraphBuilder, x: Value, weights: Tensors, epsilon: number): Value {
  const key = "text_decoder.cls.predictions";
  const inner = gelu(graph, linear(graph, x, `${key}.transform.dense`));
  const states = layerNorm(graph, inner, `${key}.transform.LayerNorm`, epsilon);
  const [matrix, bias] = [`${key}.decoder.weight`, `${key}.decoder.bias`];
  const words = graph.weight(
    weights.has(matrix) ? matrix : "text_decoder.bert.embeddings.word_embeddings.weight",
  );
  return graph.op("Gemm", [states, words, graph.weight(weights.has(bias) ? bias : `${key}.bias`)], {
    transB: 1,
  });
}

/**
 * One step of writing captions: a token for each row, and the scores of the one that follows.
 *
 * In: `tokens` [pictures, rows of each]; `position`, the place of these tokens in their texts; `past_key_0`,
 * `past_value_0` and so on, which the step before gave as `key_0`, `value_0`, empty at first; `cross_key_0`,
 * `cross_value_0` and so on of the vision graph. Out: `logits` [rows, vocabulary].
 */
export function decoderGraph(weights: Tensors, config: BlipConfig): Uint8Array {
  const graph = createGraphBuilder("blip-text-decoder", weights);
  const { layers, width, vocabulary, epsilon } = config.text;
  const key = "text_decoder.bert.embeddings";
  const tokens = graph.input("tokens", "int64", ["pictures", "each"]);
  const position = graph.input("position", "int64", [1]);
  const rows = graph.op("Shape", [tokens]);
  const words = graph.op("Gather", [graph.weight(`${key}.word_embeddings.weight`), tokens], { axis: 0 });
  const place = graph.op("Gather", [graph.weight(`${key}.position_embeddings.weight`), position], {
    axis: 0,
  });
  const flat = graph.op("Reshape", [graph.op("Add", [words, place]), graph.ints(-1, width)]);
  let x = layerNorm(graph, flat, `${key}.LayerNorm`, epsilon);
  for (let layer = 0; layer < layers; layer++) x = decoderLayer(graph, x, layer, rows, config);
  graph.output("logits", head(graph, x, weights, epsilon), "float32", ["rows", vocabulary]);
  return graph.finish();
}
