import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Raster } from "../../../image/raster.js";
import type { Detection } from "../sight.js";
import type { HumanResult } from "./human-result.js";
import { detectionOf } from "./human-result.js";
import { squareOf } from "./square.js";

export type Detect = (raster: Raster) => Promise<Detection>;

interface Tensor {
  readonly dispose: () => void;
}

interface Human {
  readonly tf: {
    readonly tensor3d: (data: Uint8Array, shape: readonly number[], type: "int32") => Tensor;
  };
  readonly load: () => Promise<void>;
  readonly detect: (input: Tensor) => Promise<HumanResult>;
}

interface HumanPackage {
  readonly Human: new (config: object) => Human;
}

const PACKAGE = "@vladmandic/human";
const WASM = "@tensorflow/tfjs-backend-wasm";

/** Below these nothing is told; what is said of the rest is decided by `thresholds.ts`. */
const LEAST = { object: 0.25, face: 0.3, body: 0.2 };

/** Each picture is one of its own, so nothing is kept from the one before. */
const AFRESH = { skipFrames: 0, skipTime: 0 };
const OFF = { enabled: false };

/** Nothing that guesses who a person is, how old, of what gender or in what mood is loaded. */
function configOf(wasm: string, models: string): object {
  return {
    backend: "wasm",
    wasmPath: wasm,
    modelBasePath: models,
    cacheModels: false,
    validateModels: false,
    debug: false,
    async: false,
    warmup: "none",
    cacheSensitivity: 0,
    filter: { enabled: false, return: false },
    gesture: OFF,
    hand: OFF,
    segmentation: OFF,
    face: {
      enabled: true,
      detector: {
        rotation: true,
        maxDetected: 12,
        minConfidence: LEAST.face,
        return: false,
        ...AFRESH,
      },
      mesh: { enabled: true },
      attention: OFF,
      iris: OFF,
      description: OFF,
      emotion: OFF,
      antispoof: OFF,
      liveness: OFF,
      gear: OFF,
    },
    body: { enabled: true, maxDetected: 1, minConfidence: LEAST.body, ...AFRESH },
    object: { enabled: true, maxDetected: 40, minConfidence: LEAST.object, iouThreshold: 0.4, ...AFRESH },
  };
}

/** Serves files alone: the package asks the ambient `fetch` for its models, and never reaches a network by it. */
async function fetchFile(address: string | URL | Request): Promise<Response> {
  const url = new URL(address instanceof Request ? address.url : address);
  if (url.protocol !== "file:") throw new TypeError(`${url.protocol}//${url.host} is not fetched from here`);
  const type = url.pathname.endsWith(".json") ? "application/json" : "application/octet-stream";
  return new Response(await readFile(fileURLToPath(url)), { headers: { "content-type": type } });
}

function isMissing(error: unknown): boolean {
  const code = (error as { readonly code?: unknown }).code;
  return code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND";
}

/**
 * The detector of @vladmandic/human on WebAssembly, with the models that the package carries; undefined where it or
 * its backend is not installed. It replaces the `fetch` of its process by one that reads files and nothing else, so
 * that it belongs into a process of its own. One picture at a time.
 *
 * @source github.com/vladmandic/human (MIT): BlazeFace, FaceMesh, MoveNet lightning, MobileNetV3 CenterNet
 */
export async function openHuman(): Promise<Detect | undefined> {
  const require = createRequire(import.meta.url);
  let loaded: HumanPackage;
  let wasm: string;
  let models: string;
  try {
    wasm = `${dirname(require.resolve(WASM))}/`;
    // Its `exports` name the build for native TensorFlow alone; the one for WebAssembly lies beside that.
    const dist = dirname(require.resolve(PACKAGE));
    models = pathToFileURL(join(dist, "..", "models", "/")).href;
    loaded = require(join(dist, "human.node-wasm.js")) as HumanPackage;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  globalThis.fetch = fetchFile;
  const human = new loaded.Human(configOf(wasm, models));
  await human.load();
  return async (raster) => {
    const square = squareOf(raster);
    const input = human.tf.tensor3d(square.data, [square.side, square.side, 3], "int32");
    try {
      return detectionOf(await human.detect(input), square);
    } finally {
      input.dispose();
    }
  };
}
