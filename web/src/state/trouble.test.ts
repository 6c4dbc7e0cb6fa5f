import { ImpromptError } from "imprompt/core";
import { expect, it } from "vitest";
import { troubleOf } from "./trouble";

it("tells an error of ours in sentences, its place aside", () => {
  const error = new ImpromptError("input-corrupt", "the file is cut off", {
    where: "a.png",
    hint: "Save it anew",
  });
  expect(troubleOf(error)).toEqual({
    code: "input-corrupt",
    message: "The file is cut off.",
    hint: "Save it anew.",
  });
});

it("tells any other as a defect, with its words", () => {
  expect(troubleOf(new RangeError("out of it"))).toMatchObject({
    code: "internal",
    message: "Unexpected failure (out of it).",
  });
  expect(troubleOf("thrown").message).toBe("Unexpected failure (thrown).");
});
