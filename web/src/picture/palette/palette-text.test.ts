import { expect, it } from "vitest";
import { asCssVariables, asHexList, asJson, shareWords } from "./palette-text";

const palette = [
  { hex: "#20121f", name: "dark cocoa", share: 0.6 },
  { hex: "#83c7cd", name: "Light Blue!", share: 0.39 },
  { hex: "#84c8ce", name: "light blue", share: 0.004 },
  { hex: "#000000", name: "—", share: 0 },
];

it("lists, declares and serializes the colors", () => {
  expect(asHexList(palette)).toBe("#20121f\n#83c7cd\n#84c8ce\n#000000");
  expect(asCssVariables(palette)).toBe(
    ":root {\n  --dark-cocoa: #20121f;\n  --light-blue: #83c7cd;\n  --light-blue-2: #84c8ce;\n  --color: #000000;\n}",
  );
  expect(JSON.parse(asJson(palette))).toEqual(palette);
});

it("never calls what is there nothing", () => {
  expect(palette.map(({ share }) => shareWords(share))).toEqual(["60%", "39%", "under 1%", "0%"]);
});
