import { createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { chipName, evidenceWords, regionWords, sourceWords, sureWords } from "./evidence-words";

describe("sourceWords", () => {
  it.each([
    ["analysis:light-direction", "Measured: light direction"],
    ["metadata:a1111-web-ui", "From the file: AUTOMATIC1111"],
    ["metadata:draw-things", "From the file: Draw Things"],
    ["file-name", "Guessed from the file's name"],
    ["user", "Yours"],
    ["user:midjourney", "Yours, from a prompt: Midjourney"],
    ["negative:derived", "The contrary of what is shown"],
    ["iptc:keywords", "From the file's keywords"],
    ["perception:medium", "Seen: medium"],
    ["detector:human", "Seen: people and things"],
    ["reader:tesseract", "Read in the picture"],
    ["my-engine:v2", "From my engine:v2"],
  ])("%s is %s", (source, words) => {
    expect(sourceWords(source)).toBe(words);
  });

  it("takes the note along", () => {
    expect(evidenceWords({ source: "analysis:neon", note: "glow over 8 %" })).toBe(
      "Measured: neon (glow over 8 %)",
    );
  });
});

describe("regionWords", () => {
  it("says where the middle of the region is and how much it covers", () => {
    expect(regionWords({ x: 0, y: 0, width: 0.3, height: 0.4 })).toBe(
      "in the upper left, 12% of the picture",
    );
    expect(regionWords({ x: 0.4, y: 0.4, width: 0.2, height: 0.2 })).toBe("in the middle, 4% of the picture");
    expect(regionWords({ x: 0.4, y: 0.9, width: 0.05, height: 0.05 })).toBe(
      "in the lower middle, under 1% of the picture",
    );
    expect(regionWords({ x: 0.8, y: 0.4, width: 0.1, height: 0.2 })).toBe("on the right, 2% of the picture");
  });
});

describe("words of a chip", () => {
  it("names every mark that it wears", () => {
    const [term] = createBlueprint({
      frame: { width: 1, height: 1 },
      terms: [{ facet: "artist", text: "nobody", confidence: 0.41, weight: 1.25, pinned: true }],
    }).terms;
    if (term === undefined) throw new Error("no term");
    expect(chipName(term, false)).toBe("nobody, 41% sure, a guess, weight 1.25, pinned");
    expect(chipName({ ...term, polarity: "exclude" }, true)).toBe(
      "nobody, excluded, 41% sure, stays out of the prompts, a guess, weight 1.25, pinned",
    );
  });

  it("is never surer with less", () => {
    const order = ["a long shot", "doubtful", "about even", "likely", "well supported", "certain"];
    const ranks = Array.from({ length: 101 }, (_, at) => order.indexOf(sureWords(at / 100)));
    expect(ranks).not.toContain(-1);
    expect(ranks).toEqual([...ranks].sort((x, y) => x - y));
    expect(new Set(ranks).size).toBe(order.length);
  });
});
