import type { DataType } from "../onnx/encode.js";

/** Where a tensor lies on disk. */
export interface TensorPlace {
  readonly type: DataType;
  readonly shape: readonly number[];
  /** Name of its file inside the folder of the weights. */
  readonly file: string;
  /** Bytes from the start of the file. */
  readonly offset: number;
  readonly length: number;
}

/** The tensors of a model, by name, in one folder: one file or several shards. */
export interface Tensors {
  /** Absolute path. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** @throws ImpromptError `model-corrupt` when there is none */
  readonly get: (name: string) => TensorPlace;
}
