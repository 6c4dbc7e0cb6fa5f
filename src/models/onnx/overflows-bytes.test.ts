import { expect, it } from "vitest";
import { overflowsBytes } from "./overflows-bytes.js";

it("finds no overflow where bytes are multiplied with care, on any processor", async () => {
  expect(await overflowsBytes({ carefulBytes: true })).toBe(false);
});

it("finds the same each time", async () => {
  expect(await overflowsBytes()).toBe(await overflowsBytes());
});
