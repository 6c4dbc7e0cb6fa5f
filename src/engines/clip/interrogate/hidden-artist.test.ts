import { describe, expect, it } from "vitest";
import { standardVocabulary } from "../../../vocabulary/standard.js";
import { artistIn, makeArtistSpotter } from "./hidden-artist.js";

const ARTISTS = {
  name: "artists",
  phrases: ["by Edda Thistlewood", "inspired by Juno van der Quill", "by Marsh"],
  embeddings: { rows: 0, width: 1, data: new Float32Array(0) },
};

describe("makeArtistSpotter", () => {
  const named = makeArtistSpotter(ARTISTS, standardVocabulary());

  it.each([
    "by Edda Thistlewood",
    "edda thistlewood",
    "Edda Thistlewood and friends",
    "detailed art in the manner of Juno van der Quill",
    "marsh",
    "by marsh",
    "in the style of Claude Monet",
    "art by somebody unheard-of",
  ])("tells that %j names an artist", (phrase) => {
    expect(named(phrase)).toBe(true);
  });

  it.each([
    "marsh at dawn",
    "by candlelight",
    "painted by hand",
    "rembrandt lighting",
    "misty",
    "",
    "style of the seventies",
  ])("lets %j pass", (phrase) => {
    expect(named(phrase)).toBe(false);
  });

  it("knows those of the vocabulary without a table of artists", () => {
    const alone = makeArtistSpotter(undefined, standardVocabulary());
    expect(alone("claude monet")).toBe(true);
    expect(alone("edda thistlewood")).toBe(false);
  });
});

describe("artistIn", () => {
  it("is the name without what leads to it", () => {
    expect(ARTISTS.phrases.map(artistIn)).toEqual(["Edda Thistlewood", "Juno van der Quill", "Marsh"]);
    expect(artistIn("bygone")).toBe("bygone");
  });
});
