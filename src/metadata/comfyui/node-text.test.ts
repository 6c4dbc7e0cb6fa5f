import { describe, expect, it } from "vitest";
import { graphOfRun } from "./graph.js";
import type { Role } from "./names.js";
import { textOf } from "./node-text.js";
import { startWalk } from "./walk.js";

type Nodes = { readonly [id: string]: readonly [type: string, inputs: object] };

function textFrom(
  nodes: Nodes,
  id: string,
  role: Role = "positive",
): { readonly text: string; readonly notes: string } {
  const run = Object.fromEntries(
    Object.entries(nodes).map(([key, [type, inputs]]) => [key, { class_type: type, inputs }]),
  );
  const graph = graphOfRun(run, () => undefined);
  if (graph === null) throw new Error("no graph");
  const walk = startWalk(graph);
  const text = textOf(walk, { id, slot: 0 }, role);
  return { text, notes: [...walk.notes].join() };
}

const RED = ["PrimitiveString", { value: "red" }] as const;
const CAR = ["Text Multiline", { text: "car" }] as const;

describe("strings of a graph", () => {
  const cases: readonly [string, Nodes, string][] = [
    ["a literal", { x: CAR }, "car"],
    [
      "a core join",
      { x: ["StringConcatenate", { string_a: ["r", 0], string_b: "car", delimiter: " " }] },
      "red car",
    ],
    [
      "a join without delimiter",
      { x: ["StringConcatenate", { string_a: "red ", string_b: ["c", 0], delimiter: "" }] },
      "red car",
    ],
    [
      "an escaped delimiter",
      { x: ["JoinStrings", { string1: ["r", 0], string2: ["c", 0], delimiter: "\\n" }] },
      "red\ncar",
    ],
    [
      "a join that skips blanks",
      {
        x: [
          "Text Concatenate",
          { delimiter: ", ", clean_whitespace: "true", text_a: ["r", 0], text_b: " ", text_c: ["c", 0] },
        ],
      },
      "red, car",
    ],
    [
      "a join of tags",
      {
        x: [
          "StringFunction",
          { action: "append", tidy_tags: "yes", text_a: "red", text_b: "", text_c: "car" },
        ],
      },
      "red, car",
    ],
    ["a replacement", { x: ["StringReplace", { string: ["c", 0], find: "c", replace: "st" }] }, "star"],
    [
      "a replacing function",
      {
        x: [
          "StringFunction",
          { action: "replace", tidy_tags: "no", text_a: "old car", text_b: "old", text_c: ["r", 0] },
        ],
      },
      "red car",
    ],
    ["a preview", { x: ["PreviewAny", { source: ["c", 0] }] }, "car"],
    [
      "filled-in wildcards",
      {
        x: [
          "ImpactWildcardProcessor",
          { wildcard_text: "__colour__ car", populated_text: "red car", mode: "populate" },
        ],
      },
      "red car",
    ],
    [
      "wildcards not yet filled in",
      { x: ["ImpactWildcardProcessor", { wildcard_text: "__colour__ car", populated_text: "" }] },
      "__colour__ car",
    ],
    ["a switch by number", { x: ["Text Switch", { input: 2, text1: ["r", 0], text2: ["c", 0] }] }, "car"],
    [
      "a switch by letter",
      { x: ["Text Input Switch", { boolean: false, text_a: ["r", 0], text_b: ["c", 0] }] },
      "car",
    ],
    ["the first of any", { x: ["Any Switch", { any_01: ["gone", 0], any_02: ["c", 0] }] }, "car"],
    ["a missing node", { x: ["ShowText", { text: ["gone", 0] }] }, ""],
    ["itself", { x: ["StringConcatenate", { string_a: ["x", 0], string_b: "car", delimiter: "" }] }, "car"],
  ];
  it.each(cases)("gives %s", (_name, nodes, text) => {
    expect(textFrom({ r: RED, c: CAR, ...nodes }, "x").text).toBe(text);
  });

  it("prefers what is wired to what a display kept from an earlier run", () => {
    const shown: Nodes = { c: CAR, x: ["ShowText", { text: ["c", 0], text_0: "stale" }] };
    expect(textFrom(shown, "x").text).toBe("car");
  });

  it("cuts blank lines at a joint to one line break", () => {
    const joined: Nodes = {
      x: ["StringConcatenate", { string_a: "one\n\n\n", string_b: "two", delimiter: "" }],
    };
    expect(textFrom(joined, "x").text).toBe("one\ntwo");
  });

  it("takes a styler's text by role", () => {
    const styler: Nodes = {
      x: ["PromptStyler", { text_positive: "a car", text_negative: "rust", style: "base" }],
    };
    expect(textFrom(styler, "x").text).toBe("a car");
    expect(textFrom(styler, "x", "negative").text).toBe("rust");
  });

  it("reads prompt schedules frame by frame", () => {
    const text = '"0": "spring --neg snow",\n"24": "a \\"hot\\" summer"';
    const batch = { text, pre_text: "a hill,", app_text: "wide view", max_frames: 48 };
    expect(textFrom({ x: ["BatchPromptSchedule", batch] }, "x").text).toBe(
      'a hill, spring\na hill, a "hot" summer wide view',
    );
    expect(textFrom({ x: ["BatchPromptSchedule", batch] }, "x", "negative").text).toBe("snow wide view");
    const single = { ...batch, pre_text: "", app_text: "", current_frame: 30 };
    expect(textFrom({ x: ["PromptSchedule", single] }, "x").text).toBe('a "hot" summer');
  });

  it("tells of a language model in between", () => {
    const found = textFrom(
      { c: CAR, x: ["TextGenerate", { prompt: ["c", 0], max_length: 256, clip: ["gone", 0] }] },
      "x",
    );
    expect(found.text).toBe("car");
    expect(found.notes).toContain("language model");
  });
});
