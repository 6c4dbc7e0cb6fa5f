import { expect, it } from "vitest";
import { describerOptions } from "./picture-request.js";

it.each([
  [{ detector: false }, { detector: false, engine: "auto" }],
  [
    { detector: true, mode: "fast" },
    { detector: true, engine: "clip" },
  ],
] as const)("hands on whether people, objects and words are looked for: %j", async (fields, expected) => {
  expect(await describerOptions(fields)).toMatchObject(expected);
});

it("leaves it open where nothing is said", async () => {
  expect(await describerOptions({})).not.toHaveProperty("detector");
});
