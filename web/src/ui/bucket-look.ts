import type { Bucket, Facet } from "imprompt/core";
import { BUCKET_OF } from "imprompt/core";

interface BucketLook {
  readonly title: string;
  /** Text in the bucket's hue. */
  readonly text: string;
  /** A dot or bar in it. */
  readonly fill: string;
  readonly border: string;
  readonly underline: string;
}

/** Spelled out, so that the style sheet has each class. */
export const BUCKET_LOOK: { readonly [B in Bucket]: BucketLook } = {
  subject: {
    title: "Subject & Setting",
    text: "text-b-subject",
    fill: "bg-b-subject",
    border: "border-b-subject",
    underline: "decoration-b-subject",
  },
  light: {
    title: "Lighting & Atmosphere",
    text: "text-b-light",
    fill: "bg-b-light",
    border: "border-b-light",
    underline: "decoration-b-light",
  },
  style: {
    title: "Style & Medium",
    text: "text-b-style",
    fill: "bg-b-style",
    border: "border-b-style",
    underline: "decoration-b-style",
  },
  composition: {
    title: "Composition & Camera",
    text: "text-b-composition",
    fill: "bg-b-composition",
    border: "border-b-composition",
    underline: "decoration-b-composition",
  },
  finish: {
    title: "Text & Quality",
    text: "text-b-finish",
    fill: "bg-b-finish",
    border: "border-b-finish",
    underline: "decoration-b-finish",
  },
};

export function lookOf(facet: Facet): BucketLook {
  return BUCKET_LOOK[BUCKET_OF[facet]];
}
