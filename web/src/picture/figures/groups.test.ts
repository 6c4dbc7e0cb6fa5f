import { describe, expect, it } from "vitest";
import { MEASUREMENTS } from "../../../../src/analysis/index.js";
import { Picture } from "../../../../src/image/picture.js";
import { figureText } from "./figure-value";
import { ENTRY_GROUPS, shownGroups } from "./groups";

const picture = new Picture({
  width: 96,
  height: 64,
  data: Uint8Array.from({ length: 96 * 64 * 3 }, (_, at) => (at * 37 + (at % 96) * 11) % 256),
});
const measurements = Object.fromEntries(MEASUREMENTS.map(({ id, measure }) => [id, measure(picture)]));

describe("the table of figures", () => {
  it("names every value of every measurement, and nothing else", () => {
    const named = ENTRY_GROUPS.flatMap(({ entries }) =>
      entries.map(({ id, figures }) => [id, figures.map(([key]) => key).toSorted()] as const),
    );
    const measured = Object.entries(measurements).map(
      ([id, value]) => [id, Object.keys(value as object).toSorted()] as const,
    );
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(measured));
  });

  it("has a sentence for each, and no name twice within one", () => {
    for (const { name, meaning, figures } of ENTRY_GROUPS.flatMap(({ entries }) => entries)) {
      expect(meaning, name).toMatch(/^[A-Z].*\.$/u);
      const names = figures.flatMap(([, label]) => label ?? []);
      expect(new Set(names).size, name).toBe(names.length);
    }
  });

  it("shows what it does not know under a name made of its key, and leaves out what a board lacks", () => {
    expect(
      shownGroups({ "new-thing": { warmLights: 3, place: { x: 0.1, y: 0.25 } }, noise: { sigma: null } }),
    ).toEqual([
      {
        name: "Texture and making",
        entries: [expect.objectContaining({ id: "noise", rows: [{ name: "Deviation", text: "none" }] })],
      },
      {
        name: "Other",
        entries: [
          {
            id: "new-thing",
            name: "New thing",
            meaning: "",
            rows: [
              { name: "Warm lights", text: "3" },
              { name: "Place", text: "10% across, 25% down" },
            ],
          },
        ],
      },
    ]);
    expect(shownGroups({})).toEqual([]);
  });
});

describe("figureText", () => {
  it.each([
    [0.2743, "share", "27%"],
    [0.0044, "share", "0.4%"],
    [0, "share", "0%"],
    [-0.0156, "share", "-1.6%"],
    [6.5, " stops", "6.50 stops"],
    [-0.04, "°", "0.0°"],
    [320, " px", "320 px"],
    [0.0491, undefined, "0.049"],
    [true, undefined, "yes"],
    [null, undefined, "none"],
    ["black-and-white", undefined, "black and white"],
    [[80, 60], undefined, "80 × 60"],
    [["teal", "plum"], undefined, "teal, plum"],
    [[], undefined, "none"],
    [{ x: 0.42, y: 0, width: 0.2, height: 0.3 }, undefined, "42% across, 0% down, 20% × 30%"],
  ] as const)("%j (%s) is %s", (value, unit, text) => {
    expect(figureText(value, unit)).toBe(text);
  });
});
