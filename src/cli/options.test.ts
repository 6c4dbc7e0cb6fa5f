import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { DEFAULT_TARGETS } from "../app/targets.js";
import type { DescribeFlags } from "./options.js";
import { parseDescribe, parseLimits } from "./options.js";

const flags: DescribeFlags = { maxBytes: "64MiB", maxPixels: "100MP", timeout: "20", minConfidence: "0.5" };

describe("parseLimits", () => {
  it("reads sizes with units", () => {
    expect(parseLimits(flags)).toEqual({ maxBytes: 67108864, maxPixels: 100e6, timeoutMs: 20000 });
    expect(parseLimits({ ...flags, maxBytes: "1.5kb", maxPixels: "12345" })).toMatchObject({
      maxBytes: 1500,
      maxPixels: 12345,
    });
  });
  it.each([
    ["maxBytes", "lots"],
    ["maxBytes", "0"],
    ["maxPixels", "-5"],
    ["maxPixels", "5 parsecs"],
    ["timeout", "0"],
    ["timeout", ""],
  ])("refuses %s %s", (name, value) => {
    expect(() => parseLimits({ ...flags, [name]: value })).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});

describe("parseDescribe", () => {
  it("gives three targets to who names none", () =>
    expect(parseDescribe(flags).targets).toEqual(DEFAULT_TARGETS));
  it("splits targets at commas and over repeated options", () => {
    expect(parseDescribe({ ...flags, target: ["midjourney, flux@dev", "sdxl"] }).targets).toEqual([
      "midjourney",
      "flux@dev",
      "sdxl",
    ]);
  });
  it("reads settings, keeping commas and equals signs of the text", () => {
    expect(parseDescribe({ ...flags, set: ["lighting=soft, 1=1", "Subject=a fox"] }).set).toEqual([
      { facet: "lighting", text: "soft, 1=1" },
      { facet: "subject", text: "a fox" },
    ]);
  });
  it("reads the rest", () => {
    const options = parseDescribe({
      ...flags,
      drop: ["camera,quality"],
      subject: " a fox ",
      styleOnly: true,
      minConfidence: "0.2",
    });
    expect(options).toMatchObject({
      drop: ["camera", "quality"],
      subject: "a fox",
      styleOnly: true,
      minConfidence: 0.2,
    });
  });
  it("chooses the engine's model by targets that were named, and by no others", () => {
    expect(parseDescribe({ ...flags, target: ["sdxl"] }).modelFor).toEqual(["sdxl"]);
    expect(parseDescribe(flags).modelFor).toBeUndefined();
  });
  it.each([
    [{}, { engine: "auto" }],
    [{ engine: "Vision-LLM" }, { engine: "vision-llm" }],
    [{ detector: false }, { engine: "auto", detector: false }],
    [{ mode: "fast" }, { engine: "clip", mode: "fast" }],
    [
      { engine: "auto", mode: "fast" },
      { engine: "auto", mode: "fast" },
    ],
    [
      { compat: "clip-interrogator", quality: "turbo" },
      { engine: "clip", quality: "turbo" },
    ],
    [
      { artists: "on", lowMemory: true },
      { engine: "auto", artists: "on", lowMemory: true },
    ],
    [
      { caption: " a door ", captioner: "blip-base" },
      { engine: "clip", caption: "a door" },
    ],
    [{ lists: "lists" }, { engine: "clip", lists: resolve("lists") }],
  ])("reads how an engine looks from %j", (given, expected) => {
    expect(parseDescribe({ ...flags, ...given })).toMatchObject(expected);
  });
  it.each([
    [{ engine: "blip" }],
    [{ mode: "slow" }],
    [{ artists: "all" }],
    [{ quality: "best" }],
    [{ caption: " " }],
    [{ lists: "" }],
    [{ set: ["lighting"] }],
    [{ set: ["smell=roses"] }],
    [{ set: ["lighting="] }],
    [{ drop: ["smell"] }],
    [{ minConfidence: "1.5" }],
    [{ minConfidence: "half" }],
    [{ subject: "  " }],
    [{ target: [","] }],
  ])("refuses %j", (wrong) => {
    expect(() => parseDescribe({ ...flags, ...wrong })).toThrow(
      expect.objectContaining({ code: "invalid-option" }),
    );
  });
});
