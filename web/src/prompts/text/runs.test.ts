import { createBlueprint } from "imprompt/core";
import { describe, expect, it } from "vitest";
import { prettyJson } from "./pretty-json";
import { exclusionSpans, runsOf } from "./runs";

describe("runsOf", () => {
  it("cuts a text at its spans and loses nothing", () => {
    const text = "a fox, soft light, a fox";
    const runs = runsOf(text, [
      { start: 7, end: 17, termId: "light" },
      { start: 0, end: 5, termId: "fox" },
      { start: 19, end: 24, termId: "fox" },
    ]);
    expect(runs.map((run) => run.text).join("")).toBe(text);
    expect(runs.map(({ key, termId }) => [key, termId])).toEqual([
      ["fox 1", "fox"],
      [" 1", null],
      ["light 1", "light"],
      [" 2", null],
      ["fox 2", "fox"],
    ]);
  });

  it("keeps the keys of runs behind an edit", () => {
    const before = runsOf("a, b", [
      { start: 0, end: 1, termId: "a" },
      { start: 3, end: 4, termId: "b" },
    ]);
    const after = runsOf("longer, b", [
      { start: 0, end: 6, termId: "a" },
      { start: 8, end: 9, termId: "b" },
    ]);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });
});

describe("exclusionSpans", () => {
  const { terms } = createBlueprint({
    frame: { width: 1, height: 1 },
    terms: [
      { facet: "subject", text: "text" },
      { facet: "text", text: "no text", polarity: "exclude", id: "t" },
      { facet: "detail", text: "absent", polarity: "exclude", id: "x" },
      { facet: "detail", text: "Blur", polarity: "exclude", id: "b" },
    ],
  });

  it("finds exclusions by their words behind a place", () => {
    const text = "text --no text, blur";
    const spans = exclusionSpans(text, terms, text.indexOf("--no"));
    expect(spans.map(({ start, end, termId }) => [text.slice(start, end), termId])).toEqual([
      ["text", "t"],
      ["blur", "b"],
    ]);
    expect(spans[0]?.start).toBe(10);
  });
});

describe("prettyJson", () => {
  it("puts a member on a line and moves the spans along", () => {
    const text = '{"a":"x, \\"y\\": {z}","b":[1,{"c":"fox"}],"e":[]}';
    const start = text.indexOf("fox");
    const pretty = prettyJson(text, [{ start, end: start + 3, termId: "fox" }]);
    expect(pretty?.text).toBe(JSON.stringify(JSON.parse(text), null, 2));
    const [span] = pretty?.spans ?? [];
    expect(pretty?.text.slice(span?.start, span?.end)).toBe("fox");
  });

  it("leaves other texts alone", () => {
    expect(prettyJson("{red, blue} bird", [])).toBeUndefined();
    expect(prettyJson("a fox", [])).toBeUndefined();
  });
});
