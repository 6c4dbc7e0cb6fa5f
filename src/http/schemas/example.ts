import type { Facet } from "../../blueprint/facets.js";
import type { Blueprint, Polarity, Term } from "../../blueprint/types.js";

/** What the examples of the API's description are about. */

function term(facet: Facet, text: string, confidence: number, polarity: Polarity = "include"): Term {
  const id = `${polarity === "exclude" ? "!" : ""}${facet}/${text.replaceAll(" ", "-")}`;
  return { id, facet, text, weight: 1, confidence, polarity, evidence: [{ source: "user" }] };
}

function blueprint(terms: readonly Term[], palette: Blueprint["palette"]): Blueprint {
  return { version: 1, terms, frame: { width: 1536, height: 1024 }, palette, references: [] };
}

export const HARBOUR: Blueprint = blueprint(
  [
    term("subject", "fishing boats", 1),
    term("setting", "in an old harbour", 0.9),
    term("lighting", "low warm sun", 0.92),
    term("atmosphere", "calm water", 0.8),
    term("medium", "photograph", 0.95),
    term("composition", "wide shot", 0.85),
    term("text", "watermark", 1, "exclude"),
  ],
  [
    { hex: "#283c78", name: "navy", share: 0.4 },
    { hex: "#c86e5a", name: "terracotta", share: 0.25 },
  ],
);

export const LIGHTHOUSE: Blueprint = blueprint(
  [
    term("subject", "lighthouse on a cliff", 1),
    term("lighting", "low warm sun", 0.8),
    term("medium", "photograph", 0.9),
    term("style", "film noir style", 0.7),
    term("composition", "wide shot", 0.7),
  ],
  [
    { hex: "#2a3f76", name: "navy", share: 0.5 },
    { hex: "#f0c25a", name: "gold", share: 0.2 },
  ],
);

export const PROMPT =
  "fishing boats in an old harbour, (low warm sun:1.2), calm water, photograph, wide shot, 8k";

/** A picture of 48 x 32 pixels as base64: a low sun over water, drawn for this, with its prompt in the file. */
export const PICTURE =
  "iVBORw0KGgoAAAANSUhEUgAAADAAAAAgBAMAAACm+uYvAAAAp3RFWHRwYXJhbWV0ZXJzAGEgaGFyYm91ciBhdCBkdXNrLCAobG93IHN1bjoxLjIpLCBjYWxtIHdhdGVyCk5lZ2F0aXZlIHByb21wdDogcGVvcGxlLCB0ZXh0ClN0ZXBzOiAyNCwgU2FtcGxlcjogRXVsZXIgYSwgQ0ZHIHNjYWxlOiA2LCBTZWVkOiA3LCBTaXplOiA3Njh4NTEyLCBNb2RlbDogZXhhbXBsZeKFe/8AAAASUExURRQcLMhuWlpQjCg8eB4oPPrIWuxLKgQAAAAJcEhZcwAAA+gAAAPoAbV7UmsAAABdSURBVCjPYzDGARgGp4QSOgiCUOgSqqGhoVglgOKhQVSRAFkBsQS3DkFUAJIIBDGIlhAFSghikxAUDBTEISFISIKBgcUBSLhgMEgVd2HAJc5ANXEWXOLkOJhkDwIAeWZbx56D+msAAAAASUVORK5CYII=";
