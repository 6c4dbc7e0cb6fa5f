import type { LookRequest } from "../../engines/clip/look.js";
import type { EngineAnswer } from "../../engines/types.js";
import type { Raster } from "../../image/raster.js";
import type { LocatedModel } from "../../models/store/located.js";
import type { Matrix } from "../../models/types.js";
import type { CallSetup } from "../calls/messages.js";

/** What a model's process is started with: its one argument, as JSON. */
export interface HostSetup extends CallSetup {
  readonly model: LocatedModel;
}

/** What is known of a CLIP model once it is loaded. */
export interface ClipFacts {
  readonly name: string;
  readonly fingerprint: string;
  readonly width: number;
  readonly contextLength: number;
  readonly logitScale: number;
}

/** What a model's process can be asked, and what it answers. */
export interface HostCalls {
  readonly "clip-facts": { readonly ask: object; readonly answer: ClipFacts };
  readonly "embed-images": { readonly ask: { readonly rasters: readonly Raster[] }; readonly answer: Matrix };
  readonly "embed-texts": { readonly ask: { readonly texts: readonly string[] }; readonly answer: Matrix };
  readonly look: { readonly ask: LookRequest; readonly answer: readonly EngineAnswer[] };
  readonly caption: {
    readonly ask: {
      readonly rasters: readonly Raster[];
      readonly maxTokens?: number;
      readonly beams?: number;
    };
    readonly answer: string[];
  };
}

export type HostCall = {
  readonly [Kind in keyof HostCalls]: { readonly kind: Kind } & HostCalls[Kind]["ask"];
}[keyof HostCalls];
