import { describe, expect, it } from "vitest";
import type { ReadWord } from "../sight.js";
import { phraseText } from "./phrase-text.js";

const FRAME = { width: 1000, height: 500 };

/** Words of a line side by side, `height` pixels high, from (x, y) on; "word@80" has a confidence of 80. */
function line(text: string, { number = 0, x = 100, y = 100, height = 40 } = {}): readonly ReadWord[] {
  let left = x;
  return text.split(" ").map((word) => {
    const [said = "", confidence = "95"] = word.split("@");
    const width = said.length * height * 0.6;
    const region = {
      x: left / FRAME.width,
      y: y / FRAME.height,
      width: width / FRAME.width,
      height: height / FRAME.height,
    };
    left += width + height * 0.4;
    return { text: said, confidence: Number(confidence), region, line: number };
  });
}

const said = (...lines: readonly (readonly ReadWord[])[]): readonly string[] =>
  phraseText(lines.flat(), FRAME).map(({ text }) => text);

describe("phraseText", () => {
  it("says a line as one phrase, bare, with its place and what the reader gave", () => {
    const [phrase] = phraseText(line("SALT@90 &@96 SMOKE@90"), FRAME);
    expect(phrase).toMatchObject({
      facet: "text",
      text: "SALT & SMOKE",
      confidence: 0.9,
      evidence: { source: "reader:tesseract", note: "letters 40 pixels high" },
    });
    expect(phrase?.evidence.score).toBeCloseTo(90.6, 1);
    expect(phrase?.evidence.region).toEqual({ x: 0.1, y: 0.2, width: 0.272, height: 0.08 });
  });

  it("is less sure of words that the reader was less sure of", () => {
    expect(phraseText(line("garden@75"), FRAME)[0]?.confidence).toBeLessThan(0.8);
  });

  it.each([
    "——",
    "|@90",
    "A@96",
    "xX@95",
    "fQz@92",
    "bd@95 py@90",
    "5568@95",
    "the@96",
    "kpth@80",
    "garden@55",
    "oNeEd@90",
    "sssh@95",
  ])("is silent about %s", (text) => {
    expect(said(line(text))).toEqual([]);
  });

  it("asks more of a word that it does not know", () => {
    expect(said(line("garden@75"))).toEqual(["garden"]);
    expect(said(line("gardun@75"))).toEqual([]);
    expect(said(line("gardun@90"))).toEqual(["gardun"]);
  });

  it("cuts a line where a word is not believed, and drops what dangles there", () => {
    expect(said(line("The forest and ~~@40 of winter"))).toEqual(["The forest", "winter"]);
  });

  it("leaves debris at the ends of words out", () => {
    expect(said(line("=NEW_@96 |YORK!"))).toEqual(["NEW YORK!"]);
  });

  it("joins lines that go on below in type of one size", () => {
    const above = line("build your", { y: 100 });
    expect(said(above, line("garden", { number: 1, y: 150 }))).toEqual(["build your garden"]);
    expect(said(above, line("garden", { number: 1, y: 300 }))).toEqual(["build", "garden"]);
    expect(said(above, line("garden", { number: 1, y: 150, height: 20 }))).toEqual(["build", "garden"]);
    expect(said(above, line("garden", { number: 1, y: 150, x: 700 }))).toEqual(["build", "garden"]);
  });

  it("says the largest type first, and no small print beside it", () => {
    const small = line("garden", { y: 20, height: 22 });
    const large = line("forest", { number: 1, y: 100, height: 80 });
    const middle = line("winter", { number: 2, y: 300, height: 50 });
    expect(said(small, large, middle)).toEqual(["forest", "winter"]);
    expect(said(line("garden", { height: 19 }))).toEqual([]);
  });

  it("says at most four phrases, none twice", () => {
    const names = ["garden", "forest", "winter", "mountain", "Garden", "castle", "river"];
    const lines = names.map((name, number) => line(name, { number, y: 10 + 70 * number, height: 24 }));
    expect(said(...lines)).toEqual(["garden", "forest", "winter", "mountain"]);
  });

  it("takes a page for a page and says only its heading", () => {
    const names = "garden forest winter mountain castle river summer night street tree".split(" ");
    const body = names.map((name, number) =>
      line(name, { number: number + 1, y: 60 + 44 * number, height: 21 }),
    );
    expect(said(line("flowers", { y: 5, height: 32 }), ...body)).toEqual(["flowers"]);
    expect(said(...body)).toEqual([]);
  });

  it("does not repeat a web address or an agency's mark", () => {
    expect(said(line("www.garden.com"), line("alamy stock photo", { number: 1, y: 300 }))).toEqual([]);
  });

  it("has nothing to say of no words", () => {
    expect(phraseText([], FRAME)).toEqual([]);
  });
});
