import { describe, expect, it } from "vitest";
import type { Recovered } from "../types.js";
import type { GraphText } from "./graph-texts.js";
import { comfyuiReader } from "./index.js";
import { graphOfWorkflow } from "./workflow.js";

function readWorkflow(workflow: object): Recovered {
  const texts = [{ container: "PNG tEXt", key: "workflow", text: JSON.stringify(workflow) }];
  const found = comfyuiReader.read({ format: "png", texts, xmp: null, exif: null, iptc: null, c2pa: null });
  if (found === null) throw new Error("not read");
  return found;
}

const encoder = (id: number, text: string, links: readonly number[], mode = 0) => ({
  id,
  type: "CLIPTextEncode",
  mode,
  inputs: [{ name: "clip", type: "CLIP", link: null }],
  outputs: [{ name: "CONDITIONING", type: "CONDITIONING", links }],
  widgets_values: [text],
});
const sampler = (positive: number, negative: number) => ({
  id: 9,
  type: "KSampler",
  inputs: [
    { name: "positive", type: "CONDITIONING", link: positive },
    { name: "negative", type: "CONDITIONING", link: negative },
    { name: "latent_image", type: "LATENT", link: null },
  ],
  outputs: [{ name: "LATENT", type: "LATENT", links: [] }],
  widgets_values: [5, "fixed", 20, 7, "euler", "normal", 1],
});

describe("a file with only the editor's graph", () => {
  it("has no prompt, but its texts with their roles", () => {
    const found = readWorkflow({
      nodes: [
        encoder(1, "a fox", [1]),
        encoder(2, "blurry", [2]),
        sampler(1, 2),
        { id: 3, type: "Note", widgets_values: ["Read me, please."] },
        {
          id: 4,
          type: "SomeonesPipe",
          title: "Mine",
          widgets_values: ["a.safetensors", "an owl, at night", 3],
        },
      ],
      links: [
        [1, 1, 0, 9, 0, "CONDITIONING"],
        [2, 2, 0, 9, 1, "CONDITIONING"],
      ],
    });
    expect([found.prompt, found.negative]).toEqual(["", ""]);
    expect(found.confidence).toBeLessThan(0.5);
    expect(found.note).toContain("workflow only");
    const texts = found.raw["texts"] as readonly GraphText[];
    expect(texts).toEqual([
      { node: "1", type: "CLIPTextEncode", text: "a fox", role: "positive" },
      { node: "2", type: "CLIPTextEncode", text: "blurry", role: "negative" },
      { node: "4", title: "Mine", type: "SomeonesPipe", text: "an owl, at night" },
    ]);
  });

  it("says so when there are no texts", () => {
    expect(
      readWorkflow({ nodes: [{ id: 1, type: "LoadImage", widgets_values: ["x.png"] }], links: [] }).note,
    ).toContain("no prompt texts");
  });
});

describe("the editor's graph as a run's", () => {
  const inputsOf = (workflow: object, id: string) =>
    Object.fromEntries(graphOfWorkflow(workflow as never).get(id)?.inputs ?? []);

  it("names the widgets of core nodes", () => {
    expect(inputsOf({ nodes: [sampler(0, 0)], links: [] }, "9")).toMatchObject({
      seed: 5,
      steps: 20,
      cfg: 7,
      sampler_name: "euler",
    });
  });

  it("bridges bypassed nodes by type and cuts muted ones", () => {
    const bypassed = {
      id: 5,
      type: "Tweak",
      mode: 4,
      inputs: [
        { name: "model", type: "MODEL", link: null },
        { name: "conditioning", type: "CONDITIONING", link: 1 },
      ],
      outputs: [{ name: "CONDITIONING", type: "CONDITIONING", links: [3] }],
    };
    const workflow = {
      nodes: [encoder(1, "a fox", [1]), encoder(2, "blurry", [2], 2), bypassed, sampler(3, 2)],
      links: [
        [1, 1, 0, 5, 1, "CONDITIONING"],
        [2, 2, 0, 9, 1, "CONDITIONING"],
        [3, 5, 0, 9, 0, "CONDITIONING"],
      ],
    };
    const inputs = inputsOf(workflow, "9");
    expect(inputs["positive"]).toEqual(["1", 0]);
    expect(inputs["negative"]).toBeUndefined();
    expect(graphOfWorkflow(workflow as never).has("5")).toBe(false);
  });

  it("opens subgraphs and crosses their borders both ways", () => {
    const inner = {
      id: "sub",
      nodes: [
        {
          id: 7,
          type: "Tweak",
          inputs: [{ name: "conditioning", type: "CONDITIONING", link: 70 }],
          outputs: [{ name: "CONDITIONING", type: "CONDITIONING", links: [71] }],
        },
      ],
      links: [
        { id: 70, origin_id: -10, origin_slot: 0, target_id: 7, target_slot: 0 },
        { id: 71, origin_id: 7, origin_slot: 0, target_id: -20, target_slot: 0 },
      ],
    };
    const use = {
      id: 30,
      type: "sub",
      inputs: [{ name: "c", type: "CONDITIONING", link: 1 }],
      outputs: [{ name: "o", links: [2] }],
    };
    const workflow = {
      nodes: [encoder(1, "a fox", [1]), use, sampler(2, 0)],
      links: [
        [1, 1, 0, 30, 0, "CONDITIONING"],
        [2, 30, 0, 9, 0, "CONDITIONING"],
      ],
      definitions: { subgraphs: [inner] },
    };
    expect(inputsOf(workflow, "9")["positive"]).toEqual(["30:7", 0]);
    expect(inputsOf(workflow, "30:7")["conditioning"]).toEqual(["1", 0]);
  });

  it("ends for subgraphs that contain themselves", () => {
    const self = {
      id: "sub",
      nodes: [
        { id: 1, type: "sub" },
        { id: 2, type: "sub" },
      ],
      links: [],
    };
    const graph = graphOfWorkflow({
      nodes: [{ id: 1, type: "sub" }],
      links: [],
      definitions: { subgraphs: [self] },
    } as never);
    expect(graph.size).toBeLessThanOrEqual(20_000);
  });
});
