import type { ClipEnginePorts } from "../../engines/clip/index.js";
import type { EngineContext } from "../../engines/types.js";
import type { LocatedModel } from "../../models/store/located.js";
import type { CallWork } from "../calls/child.js";
import type { Hosts } from "./hosts.js";

function callWork({ signal, onProgress }: EngineContext): CallWork {
  return {
    signal,
    ...(onProgress === undefined
      ? {}
      : { onProgress: (what, done, total) => onProgress({ what, done, total }) }),
  };
}

function obstacle(): ReturnType<ClipEnginePorts["obstacle"]> {
  try {
    import.meta.resolve("onnxruntime-node");
    return Promise.resolve(undefined);
  } catch {
    return Promise.resolve({
      reason: "ONNX Runtime is not installed, so no model can be run",
      hint: "Install it with npm install onnxruntime-node@1.30.0; until then measurements alone answer.",
    });
  }
}

/** @param cacheFolder where embeddings of phrases are kept */
export function clipPorts(
  present: () => Promise<readonly LocatedModel[]>,
  hosts: Hosts,
  cacheFolder: string,
): ClipEnginePorts {
  return {
    present,
    obstacle,
    caption: (captioner, rasters, context) =>
      hosts.of(captioner).run({ kind: "caption", rasters }, callWork(context)),
    look: (clip, request, context) =>
      hosts.of(clip).run({ kind: "look", ...request, cacheFolder }, callWork(context)),
    unload: (model) => hosts.of(model).unload(),
    close: hosts.close,
  };
}
