/** The facets of a picture, in the reading order of a prompt. */
export const FACETS = [
  "subject",
  "action",
  "setting",
  "lighting",
  "atmosphere",
  "palette",
  "medium",
  "style",
  "artist",
  "detail",
  "composition",
  "camera",
  "text",
  "quality",
] as const;

export type Facet = (typeof FACETS)[number];

export const BUCKETS = ["subject", "light", "style", "composition", "finish"] as const;

export type Bucket = (typeof BUCKETS)[number];

/** Which bucket a facet is shown in. */
export const BUCKET_OF: { readonly [F in Facet]: Bucket } = {
  subject: "subject",
  action: "subject",
  setting: "subject",
  lighting: "light",
  atmosphere: "light",
  palette: "light",
  medium: "style",
  style: "style",
  artist: "style",
  detail: "style",
  composition: "composition",
  camera: "composition",
  text: "finish",
  quality: "finish",
};

/** The facets that say what is shown; the others say how. */
export const CONTENT_FACETS: readonly Facet[] = ["subject", "action", "setting"];

export function isFacet(name: string): name is Facet {
  return (FACETS as readonly string[]).includes(name);
}
