import { join } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { Raster } from "../../image/raster.js";
import { overflowsBytes } from "../onnx/overflows-bytes.js";
import { openSession, type Session, type SessionOptions } from "../onnx/session.js";
import type { Clip, Matrix, ModelWork } from "../types.js";
import { readValues } from "../weights/read-values.js";
import { readSafetensors } from "../weights/safetensors.js";
import { readArchitecture } from "./architecture.js";
import { createImageEncoder } from "./image-encoder.js";
import { layoutOf } from "./layout.js";
import type { Precision } from "./linear.js";
import { createTextEncoder } from "./text-encoder.js";
import { buildTextGraph } from "./text-graph.js";
import { loadClipTokenizer } from "./tokenizer/load.js";
import { buildVisionGraph } from "./vision-graph.js";

/** Where a model lies: what the store's `LocatedModel` says of one. */
export interface ClipFiles {
  /** "ViT-L-14/openai"; stands in for a configuration that is not there. */
  readonly name: string;
  /** Absolute. Holds weights, tokenizer and configuration. */
  readonly folder: string;
  /** File name of the `.safetensors` or the `.safetensors.index.json`. */
  readonly weights: string;
  readonly fingerprint: string;
}

export interface ClipOptions extends Pick<SessionOptions, "threads"> {
  /** "float32" unless said. */
  readonly precision?: Precision;
}

interface Tower<Encoder> {
  /** The encoder; its graph is loaded when it is first wanted. */
  readonly encoder: () => Promise<Encoder>;
  readonly close: () => Promise<void>;
}

function lazyTower<Encoder>(
  open: () => Promise<Session>,
  encoderOf: (session: Session) => Encoder,
): Tower<Encoder> {
  let opened: Promise<Session> | undefined;
  let encoder: Promise<Encoder> | undefined;
  return {
    encoder: () => {
      opened ??= open();
      encoder ??= opened.then(encoderOf);
      return encoder;
    },
    close: async () => {
      const session = await opened?.catch(() => undefined);
      await session?.close();
    },
  };
}

/** What open_clip makes of a text: cut to the context length, then ended; what a text says after an end is not read. */
function frame(tokens: ArrayLike<number>, start: number, end: number, contextLength: number): number[] {
  const framed = [start, ...Array.from(tokens).slice(0, contextLength - 2), end];
  return framed.slice(0, framed.indexOf(end) + 1);
}

/**
 * A CLIP over weights as they were published. Only headers are read at first: each tower is loaded when it is first
 * asked.
 *
 * @throws ImpromptError `model-missing`, `model-corrupt`; from its functions `model-failed`, `cancelled`
 */
export async function openClip(files: ClipFiles, options: ClipOptions = {}): Promise<Clip> {
  const tensors = await readSafetensors(join(files.folder, files.weights));
  const layout = layoutOf(tensors);
  const architecture = await readArchitecture(tensors, layout, files.name);
  const tokenizer = await loadClipTokenizer(files.folder);
  if (tokenizer.end >= architecture.text.vocabulary) {
    throw new ImpromptError("model-corrupt", "this tokenizer has more tokens than the weights know", {
      where: files.folder,
      hint: "Pull the model again, so that both come from one place.",
    });
  }
  const logitScale = Math.exp((await readValues(tensors, layout.logitScale))[0] ?? Number.NaN);
  const { text, vision, embedding } = architecture;
  const { precision = "float32", threads } = options;

  const open = (build: typeof buildTextGraph) => async (): Promise<Session> => {
    const carefulBytes = precision === "int8" && (await overflowsBytes());
    const graph = build(tensors, layout, architecture, precision);
    return openSession(graph, tensors.folder, {
      ...(threads === undefined ? {} : { threads }),
      carefulBytes,
    });
  };
  const texts = lazyTower(open(buildTextGraph), (session) => createTextEncoder(session, text, embedding));
  const images = lazyTower(open(buildVisionGraph), (session) =>
    createImageEncoder(session, vision, embedding),
  );

  return {
    name: files.name,
    fingerprint: precision === "float32" ? files.fingerprint : `${files.fingerprint}-${precision}`,
    width: embedding,
    contextLength: text.contextLength,
    logitScale,
    countTokens: (of) => tokenizer.encode(of).length + 2,
    embedImages: async (rasters: readonly Raster[], work?: ModelWork): Promise<Matrix> =>
      (await images.encoder()).encode(rasters, work),
    embedTexts: async (some: readonly string[], work?: ModelWork): Promise<Matrix> => {
      const { start, end } = tokenizer;
      const framed = some.map((of) => frame(tokenizer.encode(of), start, end, text.contextLength));
      return (await texts.encoder()).encode(framed, work);
    },
    close: async () => {
      await Promise.all([texts.close(), images.close()]);
    },
  };
}
