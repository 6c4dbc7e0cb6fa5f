import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** Element types of a tensor, with their numbers in `TensorProto.DataType`. */
export const DATA_TYPES = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
  bfloat16: 16,
} as const;
export type DataType = keyof typeof DATA_TYPES;

/** A number is a fixed size; a name is one that each run says. */
export type Dimension = number | string;

export interface ValueInfo {
  readonly name: string;
  readonly type: DataType;
  readonly shape: readonly Dimension[];
}

export interface Initializer {
  readonly name: string;
  readonly type: DataType;
  readonly shape: readonly number[];
  /** Its little-endian bytes, or where they lie in a file beside the graph. */
  readonly content: Uint8Array | { readonly file: string; readonly offset: number; readonly length: number };
}

/** Whole numbers are written as ints; `{ float }` marks a float. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

export interface Node {
  readonly op: string;
  /** An empty name leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: { readonly [name: string]: Attribute };
}

export interface Graph {
  readonly name: string;
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly initializers: readonly Initializer[];
  readonly nodes: readonly Node[];
}

/** Operator set 17 (ONNX 1.12) is the first with LayerNormalization; its models have IR version 8. */
const OPERATOR_SET = 17;
const IR_VERSION = 8;

/** `AttributeProto.AttributeType`. */
const ATTRIBUTE = { float: 1, int: 2, string: 3, ints: 7 } as const;
/** `TensorProto.DataLocation.EXTERNAL`. */
const EXTERNAL = 1;

type Write = (writer: BinaryWriter) => void;

function message(writer: BinaryWriter, field: number, write: Write): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write(writer);
  writer.join();
}

function string(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

function int(writer: BinaryWriter, field: number, value: number): void {
  writer.tag(field, WireType.Varint).int64(value);
}

function writeAttribute(writer: BinaryWriter, name: string, value: Attribute): void {
  string(writer, 1, name);
  const type = (number: number): void => void writer.tag(20, WireType.Varint).int32(number);
  if (typeof value === "number") {
    int(writer, 3, value);
    type(ATTRIBUTE.int);
  } else if (typeof value === "string") {
    writer.tag(4, WireType.LengthDelimited).bytes(new TextEncoder().encode(value));
    type(ATTRIBUTE.string);
  } else if ("float" in value) {
    writer.tag(2, WireType.Bit32).float(value.float);
    type(ATTRIBUTE.float);
  } else {
    for (const item of value) int(writer, 8, item);
    type(ATTRIBUTE.ints);
  }
}

function writeNode(writer: BinaryWriter, node: Node): void {
  for (const input of node.inputs) string(writer, 1, input);
  for (const output of node.outputs) string(writer, 2, output);
  string(writer, 4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) {
    message(writer, 5, (inner) => writeAttribute(inner, name, value));
  }
}

function writeInitializer(writer: BinaryWriter, { name, type, shape, content }: Initializer): void {
  for (const size of shape) int(writer, 1, size);
  writer.tag(2, WireType.Varint).int32(DATA_TYPES[type]);
  string(writer, 8, name);
  if (content instanceof Uint8Array) {
    writer.tag(9, WireType.LengthDelimited).bytes(content);
    return;
  }
  const { file, offset, length } = content;
  for (const [key, value] of Object.entries({ location: file, offset, length })) {
    message(writer, 13, (inner) => {
      string(inner, 1, key);
      string(inner, 2, String(value));
    });
  }
  writer.tag(14, WireType.Varint).int32(EXTERNAL);
}

function writeValueInfo(writer: BinaryWriter, { name, type, shape }: ValueInfo): void {
  string(writer, 1, name);
  message(writer, 2, (typed) =>
    message(typed, 1, (tensor) => {
      tensor.tag(1, WireType.Varint).int32(DATA_TYPES[type]);
      message(tensor, 2, (dimensions) => {
        for (const size of shape) {
          message(dimensions, 1, (dimension) =>
            typeof size === "number" ? int(dimension, 1, size) : string(dimension, 2, size),
          );
        }
      });
    }),
  );
}

function writeGraph(writer: BinaryWriter, graph: Graph): void {
  for (const node of graph.nodes) message(writer, 1, (inner) => writeNode(inner, node));
  string(writer, 2, graph.name);
  for (const initializer of graph.initializers) {
    message(writer, 5, (inner) => writeInitializer(inner, initializer));
  }
  for (const input of graph.inputs) message(writer, 11, (inner) => writeValueInfo(inner, input));
  for (const output of graph.outputs) message(writer, 12, (inner) => writeValueInfo(inner, output));
}

/**
 * The bytes of an ONNX model.
 *
 * @source field numbers: onnx.proto of ONNX 1.12, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto (2026-11-21)
 */
export function encodeModel(graph: Graph): Uint8Array {
  const writer = new BinaryWriter();
  int(writer, 1, IR_VERSION);
  string(writer, 2, "imprompt");
  message(writer, 7, (inner) => writeGraph(inner, graph));
  message(writer, 8, (inner) => {
    string(inner, 1, "");
    int(inner, 2, OPERATOR_SET);
  });
  return writer.finish();
}
