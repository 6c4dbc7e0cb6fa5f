import type { EngineAnswer } from "../types.js";

/** A captioner's sentence is right more often than not, and wrong in some detail quite often. */
const CAPTION_CONFIDENCE = 0.7;

/** What a caption alone says. @param captioner "blip-large"; none where a person wrote it */
export function captionedAnswer(caption: string, captioner: string | undefined): EngineAnswer {
  const source = captioner === undefined ? "user" : `caption:${captioner}`;
  const confidence = captioner === undefined ? 1 : CAPTION_CONFIDENCE;
  return {
    source,
    observations:
      caption === ""
        ? []
        : [{ facet: "subject", text: caption, confidence, evidence: { source, note: "caption" } }],
    prompt: caption,
    caption,
    warnings: [],
  };
}
