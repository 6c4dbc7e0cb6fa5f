import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Recovered } from "../types.js";
import { comfyuiReader } from "./index.js";

function read(value: unknown, key = "prompt"): Recovered | null {
  const texts = [{ container: "PNG tEXt", key, text: JSON.stringify(value) }];
  return comfyuiReader.read({ format: "png", texts, xmp: null, exif: null, iptc: null, c2pa: null });
}

const NAMES = [
  "text",
  "positive",
  "negative",
  "conditioning",
  "conditioning_1",
  "conditioning_2",
  "string_a",
  "string_b",
  "delimiter",
  "model",
  "clip",
  "latent_image",
  "samples",
  "images",
  "basic_pipe",
  "guider",
  "steps",
  "seed",
  "cfg",
  "width",
  "height",
  "switch",
  "on_true",
  "on_false",
  "select",
  "input1",
  "input2",
  "find",
  "replace",
  "pre_text",
  "app_text",
  "populated_text",
  "lora_name",
  "vae",
  "ckpt_name",
  "value",
  "x",
  "__proto__",
  "",
];
const TYPES = [
  "KSampler",
  "CLIPTextEncode",
  "StringConcatenate",
  "StringReplace",
  "Switch",
  "SetNode",
  "GetNode",
  "Reroute",
  "SaveImage",
  "ConditioningCombine",
  "FaceDetailer",
  "SamplerCustomAdvanced",
  "Unknown",
  "ConditioningZeroOut",
];
const link = fc.tuple(fc.integer({ min: 0, max: 12 }).map(String), fc.integer({ min: 0, max: 4 }));
const literal = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([1, 2, 3]),
);
const inputs = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof({ weight: 3, arbitrary: link }, literal));
const node = fc.record({
  class_type: fc.constantFrom(...TYPES),
  inputs,
  _meta: fc.record({ title: fc.string() }),
});
const graphs = fc.dictionary(fc.integer({ min: 0, max: 12 }).map(String), node, { minKeys: 1 });

describe("graphs that no tool would write", () => {
  it("end, without an error and JSON-safe, whatever their wires", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = read(graph);
        expect(found?.tool).toBe("ComfyUI");
        expect(() => JSON.stringify(found)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("answer the same for the same graph", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        expect(read(graph)).toEqual(read(graph));
      }),
      { numRuns: 50 },
    );
  });

  it("end for any JSON under any shape of workflow", () => {
    const port = fc.record({
      name: fc.constantFrom(...NAMES),
      type: fc.constantFrom("A", "B"),
      link: fc.integer({ min: 0, max: 9 }),
    });
    const member = fc.record({
      id: fc.oneof(fc.integer({ min: -20, max: 9 }), fc.string()),
      type: fc.constantFrom(...TYPES, "sub", "other"),
      mode: fc.constantFrom(0, 2, 4),
      inputs: fc.oneof(fc.array(port), fc.jsonValue()),
      outputs: fc.oneof(fc.array(port), fc.jsonValue()),
      widgets_values: fc.oneof(fc.array(literal), fc.jsonValue()),
    });
    const wire = fc.array(fc.integer({ min: -20, max: 9 }), { minLength: 5, maxLength: 6 });
    const sheet = {
      nodes: fc.array(fc.oneof(member, fc.jsonValue())),
      links: fc.array(fc.oneof(wire, fc.jsonValue())),
    };
    const sub = fc.record({ id: fc.constantFrom("sub", "other"), ...sheet });
    const workflow = fc.record({
      ...sheet,
      definitions: fc.record({ subgraphs: fc.array(sub, { maxLength: 3 }) }),
    });
    fc.assert(
      fc.property(workflow, (value) => {
        expect(read(value, "workflow")?.prompt ?? "").toBe("");
      }),
      { numRuns: 200 },
    );
  });
});

const ends = {
  k: { class_type: "KSampler", inputs: { seed: 1, steps: 2, positive: ["0", 0], negative: ["n", 0] } },
  n: { class_type: "CLIPTextEncode", inputs: { text: "blurry" } },
  out: { class_type: "SaveImage", inputs: { images: ["k", 0] } },
};

function chain(length: number, link: (next: string) => object, last: object): object {
  const nodes = Array.from({ length }, (_unused, index): [string, object] => [
    String(index),
    link(String(index + 1)),
  ]);
  return { ...Object.fromEntries(nodes), [String(length)]: last, ...ends };
}

describe("very large graphs", { timeout: 60_000 }, () => {
  const fox = { class_type: "CLIPTextEncode", inputs: { text: "a fox" } };

  it("are walked to the end of a chain of 100,000 conditionings", () => {
    const graph = chain(
      100_000,
      (next) => ({ class_type: "ConditioningSetArea", inputs: { conditioning: [next, 0] } }),
      fox,
    );
    expect(read(graph)).toMatchObject({ prompt: "a fox", negative: "blurry" });
  });

  it("are walked to the end of a chain of 100,000 strings", () => {
    const graph = chain(100_000, (next) => ({ class_type: "ShowText", inputs: { text: [next, 0] } }), fox);
    expect(read(graph)).toMatchObject({ prompt: "a fox" });
  });

  it("do not double a text without end", () => {
    const twice = (next: string) => ({
      class_type: "StringConcatenate",
      inputs: { string_a: [next, 0], string_b: [next, 0], delimiter: "" },
    });
    const found = read(chain(10_000, twice, fox));
    expect(found?.prompt.length).toBeLessThanOrEqual(200_000);
    expect(found?.note).toContain("cut");
  });

  it("do not blow up by replacement", () => {
    const grow = (next: string) => ({
      class_type: "StringReplace",
      inputs: { string: [next, 0], find: "a", replace: "aaaaaaaa" },
    });
    const found = read(chain(10_000, grow, fox));
    expect(found?.prompt.length).toBeLessThanOrEqual(200_000);
  });

  it("hold thousands of samplers that share one web of conditionings", () => {
    const size = 2_000;
    const web = chain(
      size,
      (next) => ({
        class_type: "ConditioningCombine",
        inputs: { conditioning_1: [next, 0], conditioning_2: [next, 1] },
      }),
      fox,
    );
    const samplers = Array.from({ length: size }, (_unused, index) => [
      `s${index}`,
      {
        class_type: "KSampler",
        inputs: { seed: 1, steps: 2, positive: [String(index), 0], latent_image: [`s${index + 1}`, 0] },
      },
    ]);
    const found = read({
      ...web,
      ...Object.fromEntries(samplers),
      out: { class_type: "SaveImage", inputs: { images: ["s0", 0] } },
    });
    expect(found?.prompt).toBe("a fox");
    expect(found?.note).toContain("of 2000 samplers");
  });

  it("run in circles and stop", () => {
    const graph = chain(
      9_999,
      (next) => ({
        class_type: "ConditioningCombine",
        inputs: { conditioning_1: [next, 0], conditioning_2: ["0", 0] },
      }),
      {
        class_type: "Reroute",
        inputs: { x: ["0", 0] },
      },
    );
    expect(read(graph)).toMatchObject({ prompt: "", negative: "blurry" });
  });
});
