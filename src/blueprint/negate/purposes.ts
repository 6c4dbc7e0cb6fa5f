import type { Phrase } from "../poles.js";

export const PURPOSES = ["quality", "anatomy", "clean", "photorealism", "illustration"] as const;

export type Purpose = (typeof PURPOSES)[number];

export interface PurposeSet {
  /** Why its phrases are excluded, as words behind the phrase. */
  readonly why: string;
  readonly excludes: readonly Phrase[];
}

/** Our own short sets: the strongest few words of each purpose, since a long negative prompt dilutes itself. */
export const PURPOSE_SETS: { readonly [P in Purpose]: PurposeSet } = {
  quality: {
    why: "keeps the picture clean and sharp",
    excludes: [
      { facet: "quality", text: "low quality" },
      { facet: "quality", text: "low resolution" },
      { facet: "quality", text: "jpeg artifacts" },
      { facet: "camera", text: "blurry" },
      { facet: "quality", text: "noise" },
      { facet: "quality", text: "distorted" },
    ],
  },
  anatomy: {
    why: "keeps bodies and hands right",
    excludes: [
      { facet: "detail", text: "bad anatomy" },
      { facet: "detail", text: "bad hands" },
      { facet: "detail", text: "extra fingers" },
      { facet: "detail", text: "missing fingers" },
      { facet: "detail", text: "extra limbs" },
      { facet: "detail", text: "bad proportions" },
      { facet: "detail", text: "disfigured" },
    ],
  },
  clean: {
    why: "keeps marks and lettering off the picture",
    excludes: [
      { facet: "text", text: "text" },
      { facet: "text", text: "watermark" },
      { facet: "text", text: "signature" },
      { facet: "text", text: "logo" },
      { facet: "text", text: "username" },
      { facet: "composition", text: "border" },
    ],
  },
  photorealism: {
    why: "keeps the picture a photograph",
    excludes: [
      { facet: "medium", text: "illustration" },
      { facet: "medium", text: "painting" },
      { facet: "medium", text: "drawing" },
      { facet: "medium", text: "cartoon" },
      { facet: "medium", text: "anime" },
      { facet: "medium", text: "3d render" },
      { facet: "detail", text: "plastic skin" },
    ],
  },
  illustration: {
    why: "keeps the picture drawn",
    excludes: [
      { facet: "medium", text: "photograph" },
      { facet: "style", text: "photorealistic" },
      { facet: "medium", text: "3d render" },
      { facet: "camera", text: "lens blur" },
      { facet: "camera", text: "film grain" },
    ],
  },
};
