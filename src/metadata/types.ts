import type { Warning } from "../base/warning.js";
import type { GenerationParameters, RecoveredPrompt } from "../blueprint/types.js";

/** The prompt grammars that files carry. */
export type PromptGrammar = "a1111" | "comfyui" | "compel" | "novelai" | "midjourney" | "prose";

/** The true prompt, as the tool that made the picture wrote it into the file. */
export interface Recovered extends RecoveredPrompt {
  /** The tool's common name: "A1111 web UI", "ComfyUI", "NovelAI", "Midjourney". */
  readonly tool: string;
  /** To the letter, line breaks included; empty when the file carries none. */
  readonly prompt: string;
  readonly negative: string;
  readonly parameters: GenerationParameters;
  /** Every key that the tool wrote, as it wrote it, whether or not it has a name above. JSON-safe. */
  readonly raw: { readonly [key: string]: unknown };
  /** 1 when the block names itself, lower when it had to be guessed which text is the prompt. */
  readonly confidence: number;
  readonly grammar: PromptGrammar;
  /** Where in the file: "PNG tEXt parameters", "EXIF UserComment", "alpha channel". */
  readonly location: string;
  /** Prompts of single characters (NovelAI V4), in order. */
  readonly characters?: readonly { readonly prompt: string; readonly negative?: string }[];
  /** A few words when the reader must know: "workflow only: texts of the graph, not a run". */
  readonly note?: string;
}

/** Who says that a machine made or edited the picture. */
export interface Provenance {
  /** IPTC digital source type's last part: "trainedAlgorithmicMedia", "digitalCapture". */
  readonly digitalSourceType?: string;
  readonly madeByAi: boolean;
  /** The software or firm that says so: "gpt-image 2.0", "Adobe Firefly". */
  readonly by?: string;
  /** What signed or stated it: "C2PA", "IPTC". */
  readonly standard: "C2PA" | "IPTC";
  readonly actions?: readonly string[];
}

/** What people and agencies wrote about the picture. */
export interface Description {
  readonly title?: string;
  readonly caption?: string;
  readonly keywords: readonly string[];
  readonly creator?: string;
}

/** The exposure as the camera wrote it; units in the names. */
export interface CameraFacts {
  readonly make?: string;
  readonly model?: string;
  readonly lens?: string;
  readonly focalLengthMm?: number;
  readonly focalLength35Mm?: number;
  readonly fNumber?: number;
  readonly exposureSeconds?: number;
  readonly iso?: number;
  readonly exposureBiasEv?: number;
  readonly flashFired?: boolean;
  /** Local wall time, "2026-11-21T17:05:00", no zone. */
  readonly takenAt?: string;
  readonly software?: string;
}

/** All that a file says of itself, without a look at the picture. */
export interface Reading {
  readonly recovered: Recovered | null;
  readonly provenance: Provenance | null;
  readonly description: Description;
  readonly camera: CameraFacts;
  readonly warnings: readonly Warning[];
}
