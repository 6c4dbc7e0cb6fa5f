import type { Warning } from "../base/warning.js";
import type { Swatch } from "../blueprint/types.js";
import type { EngineId, EngineProgress } from "../engines/types.js";
import type { Provenance, Recovered } from "../metadata/types.js";

/** How far a describe has come, told as it goes; what is known by then comes along. */
export type Stage =
  /** What the file itself carries is known; no pixel has been looked at. */
  | {
      readonly stage: "read";
      readonly file: string;
      readonly recovered: Recovered | null;
      readonly provenance: Provenance | null;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly stage: "decoded";
      readonly image: { readonly width: number; readonly height: number; readonly format: string };
      /** The picture re-encoded, as a `data:image/webp` URL of at most 768 px a side; only where it was asked for. */
      readonly preview?: string;
    }
  | { readonly stage: "measured"; readonly palette: readonly Swatch[]; readonly terms: number }
  /** An engine with a model is at work; told again as it goes on, and not at all where only measurements are made. */
  | ({ readonly stage: "looking"; readonly engine: EngineId } & EngineProgress)
  | { readonly stage: "fused"; readonly terms: number };

export type OnStage = (stage: Stage) => void;
