import { describe, expect, it } from "vitest";
import type { Capabilities } from "../capabilities.js";
import type { ParameterSettings } from "../types.js";
import { checkSettings } from "./settings.js";

const source = { date: "2026-11", from: "this test" };
const budget = { unit: "word", max: 10, source } as const;
const NEW: Capabilities = {
  target: "t",
  version: "2",
  title: "Target 2",
  vendor: "V",
  status: "current",
  form: "tags",
  budget,
  negative: { kind: "none" },
  weights: { kind: "none" },
  frame: { kind: "any-ratio", min: 0.25, max: 4, parameter: "aspect", source },
  lettering: "quotes",
  parameters: [
    { name: "aspect", type: "text", source },
    { name: "steps", type: "integer", min: 1, max: 50, source },
    { name: "guidance", type: "number", min: 0, max: 10, source },
    { name: "style", type: "enum", values: ["vivid", "natural"], source },
    { name: "raw", type: "flag", source },
  ],
  notes: [],
};
const OLD: Capabilities = { ...NEW, version: "1", parameters: [{ name: "stop", type: "integer", source }] };

function check(settings: ParameterSettings): unknown {
  const { parameters, warnings } = checkSettings(settings, NEW, [NEW, OLD], "t");
  return { parameters, codes: warnings.map(({ code }) => code) };
}

describe("checkSettings", () => {
  it("passes what the target takes, in the target's order", () => {
    const { parameters } = checkSettings(
      { raw: false, style: "vivid", guidance: "2.5", steps: 20, aspect: "16:9" },
      NEW,
      [NEW],
      "t",
    );
    expect(Object.entries(parameters)).toEqual([
      ["aspect", "16:9"],
      ["steps", 20],
      ["guidance", 2.5],
      ["style", "vivid"],
      ["raw", false],
    ]);
  });

  it("moves numbers into range, with a warning", () => {
    expect(check({ steps: 80 })).toEqual({ parameters: { steps: 50 }, codes: ["parameter-clamped"] });
    expect(check({ guidance: -1 })).toEqual({ parameters: { guidance: 0 }, codes: ["parameter-clamped"] });
  });

  it.each([
    { steps: 1.5 },
    { steps: "many" },
    { steps: true },
    { guidance: Number.NaN },
    { style: "loud" },
    { raw: "yes" },
    { aspect: "wide" },
    { aspect: "9:1" },
    { aspect: "1.5:1" },
  ])("leaves out %o", (settings) => {
    expect(check(settings)).toEqual({ parameters: {}, codes: ["parameter-dropped"] });
  });

  it("names the versions that know a parameter that this one does not", () => {
    const { parameters, warnings } = checkSettings({ stop: 5, toString: 1 }, NEW, [NEW, OLD], "t");
    expect(parameters).toEqual({});
    expect(warnings.map(({ message }) => message)).toEqual([
      'Target 2 has no parameter "stop" (versions that do: 1)',
      'Target 2 has no parameter "toString"',
    ]);
  });
});
