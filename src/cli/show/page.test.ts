import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPage, printable } from "./page.js";

const page = createPage({ colour: false, width: 40 });

describe("wrap", () => {
  it("keeps words and line breaks, indents, and stays within the width where words allow", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        const wrapped = page.wrap(words.join(" "), 4);
        expect(wrapped.split(/\s+/u).filter((word) => word !== "")).toEqual(words);
        for (const line of wrapped.split("\n")) {
          expect(line.startsWith("    ")).toBe(true);
          expect(line.length).toBeLessThanOrEqual(40);
        }
      }),
    );
    expect(page.wrap("a\r\nb", 2)).toBe("  a\n  b");
  });
});

describe("printable", () => {
  it("lets no file steer the terminal", () => {
    expect(printable("a\u001b[31mb\u0007c\u009bd")).toBe("a [31mb c d");
  });
});

describe("swatch", () => {
  it("is a block of the colour, and nothing without colours", () => {
    expect(createPage({ colour: true, width: 40 }).swatch("#ff8000", 2)).toContain("48;2;255;128;0m  ");
    expect(page.swatch("#ff8000", 2)).toBe("");
  });
});
