import type { Captioner, Clip, ModelWork } from "../../models/types.js";
import type { CallWork } from "../calls/child.js";
import type { ModelHost } from "./model-host.js";

function callWork({ signal, onProgress }: ModelWork): CallWork {
  return {
    signal,
    ...(onProgress === undefined ? {} : { onProgress: (_, done, total) => onProgress(done, total) }),
  };
}

/** A CLIP model whose work happens in its host; tokens are counted here. `close` unloads it. */
export async function clipOf(host: ModelHost): Promise<Clip> {
  const { loadClipTokenizer } = await import("../../models/clip/tokenizer/load.js");
  const [facts, tokenizer] = await Promise.all([
    host.run({ kind: "clip-facts" }),
    loadClipTokenizer(host.model.folder),
  ]);
  return {
    ...facts,
    countTokens: (text) => tokenizer.encode(text).length + 2,
    embedImages: (rasters, work = {}) => host.run({ kind: "embed-images", rasters }, callWork(work)),
    embedTexts: (texts, work = {}) => host.run({ kind: "embed-texts", texts }, callWork(work)),
    close: host.unload,
  };
}

/** A captioner whose work happens in its host. `close` unloads it. */
export function captionerOf(host: ModelHost): Captioner {
  return {
    name: host.model.name,
    caption: (rasters, { maxTokens, beams, ...work } = {}) =>
      host.run(
        {
          kind: "caption",
          rasters,
          ...(maxTokens === undefined ? {} : { maxTokens }),
          ...(beams === undefined ? {} : { beams }),
        },
        callWork(work),
      ),
    close: host.unload,
  };
}
