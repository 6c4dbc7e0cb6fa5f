import type { InferenceSession, Tensor } from "onnxruntime-node";
import { ImpromptError } from "../../base/error.js";

type Runtime = typeof import("onnxruntime-node");

export interface SessionOptions {
  /** Threads of one operator; as many as there are processor cores unless said. */
  readonly threads?: number;
  /** Takes 8-bit products that cannot overflow, at half the speed; `overflowsBytes` says whether it must. */
  readonly carefulBytes?: boolean;
}

/** What a run takes and gives: `tensorOf` makes it. */
export type Feeds = { readonly [name: string]: Tensor };

export interface Session {
  /** All inputs of the graph by name; gives all its outputs, or those named. */
  readonly run: (feeds: Feeds, outputs?: readonly string[]) => Promise<Feeds>;
  /** Row by row; floats, or whole numbers of 32 or 64 bits, as the array says. It is not copied. */
  readonly tensorOf: (data: Float32Array | Int32Array | BigInt64Array, shape: readonly number[]) => Tensor;
  readonly close: () => Promise<void>;
}

async function loadRuntime(): Promise<Runtime> {
  try {
    return await import("onnxruntime-node");
  } catch (error) {
    throw new ImpromptError("model-failed", "ONNX Runtime is not installed, so no model can be run", {
      hint: "Install it with npm install onnxruntime-node@1.30.0.",
      cause: error,
    });
  }
}

/**
 * A session over a graph whose external data lie in `folder`. Blocks its thread while it runs, and aborts the whole
 * process when a worker thread that runs one is ended: use it in a child process.
 *
 * @throws ImpromptError `model-failed` when the runtime is missing, or refuses the graph or what a run is given
 */
export async function openSession(
  model: Uint8Array,
  folder: string,
  { threads, carefulBytes = false }: SessionOptions = {},
): Promise<Session> {
  const runtime = await loadRuntime();
  const failed = (message: string, cause: unknown): ImpromptError =>
    new ImpromptError("model-failed", message, { where: folder, cause });
  let session: InferenceSession;
  try {
    session = await runtime.InferenceSession.create(model, {
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
      logSeverityLevel: 4, // what fails is thrown, not printed as well
      extra: {
        session: {
          model_external_initializers_file_folder_path: folder,
          x64quantprecision: carefulBytes ? "1" : "0",
        },
      },
    });
  } catch (error) {
    throw failed("ONNX Runtime could not load this model", error);
  }
  return {
    run: async (feeds, outputs) => {
      try {
        return await session.run(feeds, outputs ?? session.outputNames);
      } catch (error) {
        throw failed("ONNX Runtime could not run this model", error);
      }
    },
    tensorOf: (data, shape) => {
      if (data instanceof Float32Array) return new runtime.Tensor("float32", data, shape);
      return data instanceof Int32Array
        ? new runtime.Tensor("int32", data, shape)
        : new runtime.Tensor("int64", data, shape);
    },
    close: () => session.release(),
  };
}
