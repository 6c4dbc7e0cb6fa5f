import { ImpromptError } from "../../../base/error.js";
import type { Head } from "./chances-of.js";
import type { Dense } from "./dense.js";
import type { PhraseRule } from "./phrases.js";
import type { TensorEntry } from "./tensors.js";
import { readTensor } from "./tensors.js";

interface HeadHeader {
  readonly labels: readonly string[];
  readonly temperature: number;
  readonly layers: number;
}

/** What stands before the tensors; `tools/perception/train.py` writes it. */
interface Header {
  readonly format: string;
  readonly descriptors: readonly { readonly name: string; readonly length: number }[];
  readonly clip: number;
  readonly heads: { readonly medium: HeadHeader; readonly scene: HeadHeader };
  readonly phrases: readonly PhraseRule[];
  readonly tensors: { readonly [name: string]: TensorEntry };
}

/** The learned part of perception, ready to look at pictures. */
export interface PerceptionModel {
  /** The blocks of descriptors that it was trained on, in their order. */
  readonly descriptors: Header["descriptors"];
  /** A feature minus its mean, over its deviation, is kept within plus and minus `clip`. */
  readonly standard: { readonly mean: Float32Array; readonly deviation: Float32Array; readonly clip: number };
  readonly medium: Head;
  readonly scene: Head;
  readonly phrases: readonly PhraseRule[];
}

const FORMAT = "imprompt-perception-1";

type Tensor = (name: string) => Float32Array;

function corrupt(message: string): ImpromptError {
  return new ImpromptError("model-corrupt", `the perception model cannot be read: ${message}`, {
    hint: "Install imprompt again: its package holds the model.",
  });
}

function headerOf(bytes: Uint8Array): { readonly header: Header; readonly payload: Uint8Array } {
  if (bytes.byteLength < 4) throw corrupt("it is empty");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.byteLength - 4) throw corrupt("it is cut off");
  let header: Header;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  } catch (cause) {
    throw new ImpromptError("model-corrupt", "the perception model cannot be read: its header is no JSON", {
      cause,
    });
  }
  if (header.format !== FORMAT) throw corrupt(`it is not of the format ${FORMAT}`);
  return { header, payload: bytes.subarray(4 + length) };
}

function tensorsOf({ tensors }: Header, payload: Uint8Array): Tensor {
  return (name) => {
    const entry = tensors[name];
    if (entry === undefined) throw corrupt(`it lacks ${name}`);
    const size = entry.rows * (entry.type === "i8" ? entry.columns + 4 : entry.columns * 4);
    if (entry.offset + size > payload.byteLength) throw corrupt("it is cut off");
    return readTensor(payload, entry);
  };
}

function headOf(name: string, { labels, temperature, layers }: HeadHeader, tensor: Tensor): Head {
  const chain = Array.from({ length: layers }, (_, at): Dense => {
    const weights = tensor(`${name}.${at}.weights`);
    const bias = tensor(`${name}.${at}.bias`);
    return { inputs: weights.length / bias.length, outputs: bias.length, weights, bias };
  });
  return { labels, temperature, layers: chain };
}

/**
 * Reads the file of coefficients: the header's length in bytes as uint32, the header as JSON, tensors.
 *
 * @throws ImpromptError `model-corrupt`
 */
export function openPerception(bytes: Uint8Array): PerceptionModel {
  const { header, payload } = headerOf(bytes);
  const tensor = tensorsOf(header, payload);
  return {
    descriptors: header.descriptors,
    standard: { mean: tensor("mean"), deviation: tensor("deviation"), clip: header.clip },
    medium: headOf("medium", header.heads.medium, tensor),
    scene: headOf("scene", header.heads.scene, tensor),
    phrases: header.phrases,
  };
}
