import type { TensorPlace, Tensors } from "../weights/tensors.js";
import type { Attribute, DataType, Dimension, Initializer, Node, ValueInfo } from "./encode.js";
import { encodeModel } from "./encode.js";

/** A tensor inside a graph that is being built. */
export interface Value {
  readonly name: string;
}

type Numbers = Float32Array | BigInt64Array | Int32Array | Int8Array | Uint8Array;

export interface GraphBuilder {
  readonly input: (name: string, type: DataType, shape: readonly Dimension[]) => Value;
  /** A tensor of the weights, by its name there. It stays where it lies on disk; half floats are widened to float32. */
  readonly weight: (name: string) => Value;
  /** `count` rows of a tensor of the weights, from row `from` on: a stacked matrix taken apart, without a copy. */
  readonly weightRows: (name: string, from: number, count: number) => Value;
  /** A tensor that the graph itself carries: float32, int64, int32, int8 or uint8 as its array says. */
  readonly constant: (data: Numbers, shape: readonly number[]) => Value;
  readonly scalar: (value: number) => Value;
  /** An int64 vector, as shapes and axes want it. */
  readonly ints: (...values: readonly number[]) => Value;
  /** An int64 scalar, as `Gather` takes one to drop an axis. */
  readonly integer: (value: number) => Value;
  /** An operator with one output. `null` leaves an optional input out. */
  readonly op: (
    op: string,
    inputs: readonly (Value | null)[],
    attributes?: { readonly [name: string]: Attribute },
  ) => Value;
  /** An operator with several outputs. */
  readonly ops: (
    op: string,
    inputs: readonly (Value | null)[],
    outputs: number,
    attributes?: { readonly [name: string]: Attribute },
  ) => Value[];
  /** Names a value as an output of the whole. */
  readonly output: (name: string, value: Value, type: DataType, shape: readonly Dimension[]) => void;
  /** The ONNX model. Its external data lie in the folder of the weights. */
  readonly finish: () => Uint8Array;
}

function typeOf(data: Numbers): DataType {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof BigInt64Array) return "int64";
  if (data instanceof Int32Array) return "int32";
  return data instanceof Int8Array ? "int8" : "uint8";
}

function rowsOf({ shape, offset, length, ...rest }: TensorPlace, from: number, rows: number): TensorPlace {
  const [all = 1, ...sides] = shape;
  const row = length / all;
  return { ...rest, shape: [rows, ...sides], offset: offset + from * row, length: rows * row };
}

/** Builds an ONNX graph over weights as they were published, with no conversion. */
export function createGraphBuilder(name: string, weights: Tensors): GraphBuilder {
  const nodes: Node[] = [];
  const initializers: Initializer[] = [];
  const inputs: ValueInfo[] = [];
  const outputs: ValueInfo[] = [];
  const loaded = new Map<string, Value>();
  let count = 0;
  const fresh = (kind: string): string => `${kind}_${count++}`;

  const ops: GraphBuilder["ops"] = (op, from, howMany, attributes = {}) => {
    const made = Array.from({ length: howMany }, () => ({ name: fresh(op) }));
    nodes.push({
      op,
      inputs: from.map((value) => value?.name ?? ""),
      outputs: made.map((value) => value.name),
      attributes,
    });
    return made;
  };
  const op: GraphBuilder["op"] = (kind, from, attributes) => ops(kind, from, 1, attributes)[0] as Value;

  const constant: GraphBuilder["constant"] = (data, shape) => {
    const value = { name: fresh("constant") };
    const content = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    initializers.push({ name: value.name, type: typeOf(data), shape, content });
    return value;
  };

  const load = (key: string, { shape, type, file, offset, length }: TensorPlace): Value => {
    const known = loaded.get(key);
    if (known !== undefined) return known;
    initializers.push({ name: key, type, shape, content: { file, offset, length } });
    const half = type === "float16" || type === "bfloat16";
    const value = half ? op("Cast", [{ name: key }], { to: 1 }) : { name: key };
    loaded.set(key, value);
    return value;
  };

  return {
    ops,
    op,
    constant,
    weight: (key) => load(key, weights.get(key)),
    weightRows: (key, from, rows) => load(`${key}[${from}+${rows}]`, rowsOf(weights.get(key), from, rows)),
    scalar: (value) => constant(Float32Array.of(value), []),
    integer: (value) => constant(BigInt64Array.of(BigInt(value)), []),
    ints: (...values) => constant(BigInt64Array.from(values, BigInt), [values.length]),
    input: (inputName, type, shape) => {
      inputs.push({ name: inputName, type, shape });
      return { name: inputName };
    },
    output: (outputName, value, type, shape) => {
      nodes.push({ op: "Identity", inputs: [value.name], outputs: [outputName], attributes: {} });
      outputs.push({ name: outputName, type, shape });
    },
    finish: () => encodeModel({ name, inputs, outputs, initializers, nodes }),
  };
}
