import type { EngineContext } from "../../engines/types.js";
import type { LocatedModel } from "../../models/store/located.js";
import type { Captioner, Clip } from "../../models/types.js";
import type { ClipFacts, HostCall } from "./messages.js";

export interface HostWork extends EngineContext {
  readonly tell: (what: string, done: number, total: number) => void;
}

type Answer = (call: HostCall, work: HostWork) => Promise<unknown>;

/** Opened with the first call; a failure is forgotten, so that the next call tries again. */
function once<T>(open: () => Promise<T>): (work: HostWork) => Promise<T> {
  let opened: Promise<T> | undefined;
  return async ({ tell }) => {
    if (opened === undefined) {
      tell("reading the model", 0, 1);
      opened = open();
    }
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
}

function factsOf({ name, fingerprint, width, contextLength, logitScale }: Clip): ClipFacts {
  return { name, fingerprint, width, contextLength, logitScale };
}

function answerWithClip(model: LocatedModel): Answer {
  const open = once(async () => {
    const { openClip } = await import("../../models/clip/index.js");
    const { createLook } = await import("../../engines/clip/look.js");
    const clip = await openClip(model);
    let rough: Promise<Clip> | undefined;
    const openRough = (): Promise<Clip> => {
      rough ??= openClip(model, { precision: "int8" });
      return rough;
    };
    return { clip, look: createLook(clip, openRough) };
  });
  return async (call, work) => {
    const { clip, look } = await open(work);
    const { signal } = work;
    const embedding = {
      signal,
      onProgress: (done: number, total: number) => work.tell("embedding", done, total),
    };
    switch (call.kind) {
      case "clip-facts":
        return factsOf(clip);
      case "embed-images":
        return clip.embedImages(call.rasters, embedding);
      case "embed-texts":
        return clip.embedTexts(call.texts, embedding);
      case "look":
        return look(call, work);
      case "caption":
        throw new TypeError(`${model.name} is no captioner`);
    }
  };
}

async function openCaptioner(model: LocatedModel): Promise<Captioner> {
  if (model.kind === "florence") return (await import("../../models/florence/index.js")).openFlorence(model);
  return (await import("../../models/blip/index.js")).openBlip(model);
}

function answerWithCaptioner(model: LocatedModel): Answer {
  const open = once(() => openCaptioner(model));
  return async (call, work) => {
    if (call.kind !== "caption") throw new TypeError(`${model.name} is no CLIP model`);
    const captioner = await open(work);
    const { rasters, kind: _, ...options } = call;
    return captioner.caption(rasters, {
      ...options,
      signal: work.signal,
      onProgress: (done, total) => work.tell("captioning", done, total),
    });
  };
}

/** What answers the calls of a model's process. The model is read with the first of them. */
export function openModel(model: LocatedModel): Answer {
  return model.kind === "clip" ? answerWithClip(model) : answerWithCaptioner(model);
}
