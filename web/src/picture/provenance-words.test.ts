import { expect, it } from "vitest";
import { provenanceWords } from "./provenance-words";

it("says who states what, and how far to trust it", () => {
  expect(
    provenanceWords({
      madeByAi: true,
      standard: "C2PA",
      by: "Painter 2",
      digitalSourceType: "trainedAlgorithmicMedia",
      actions: ["c2pa.created", "c2pa.color_adjustments", "c2pa.created"],
    }),
  ).toEqual({
    title: "Marked as made or edited with AI",
    lines: [
      "The file says: made by a trained model.",
      "Stated by Painter 2.",
      "Recorded steps: created, color adjustments.",
      "From a C2PA record (content credentials). Its signature was not checked.",
    ],
  });
});

it("shows a type that it does not know as it is", () => {
  const { title, lines } = provenanceWords({
    madeByAi: false,
    standard: "IPTC",
    digitalSourceType: "newKind",
  });
  expect(title).toContain("names no AI");
  expect(lines).toEqual(["The file says: newKind.", "From an IPTC field, which anyone can write."]);
});
