import { expect, test } from "vitest";
import type { MidjourneyVersion } from "./midjourney-parameters.js";
import { MIDJOURNEY_PARAMETERS, midjourneyFault, midjourneyParameter } from "./midjourney-parameters.js";

// By the list of parameters in the facts: names, short forms, ranges, versions.
test.each<[string, string, MidjourneyVersion, boolean]>([
  ["ar", "16:9", "8.2", true],
  ["aspect", "16:9", "5", true],
  ["ar", "16x9", "8.2", false],
  ["ar", "1.5:1", "8.2", false],
  ["ar", "", "8.2", false],
  ["s", "1000", "7", true],
  ["stylize", "1001", "7", false],
  ["s", "high", "7", false],
  ["c", "100", "8.2", true],
  ["chaos", "101", "8.2", false],
  ["weird", "3000", "6.1", true],
  ["w", "-1", "6.1", false],
  ["iw", "3", "8.1", true],
  ["iw", "3", "5.2", false],
  ["iw", "2", "niji5", true],
  ["cref", "https://a.b/c.png", "6.1", true],
  ["cref", "https://a.b/c.png", "7", false],
  ["cw", "100", "niji6", true],
  ["oref", "https://a.b/c.png", "7", true],
  ["oref", "https://a.b/c.png", "8.2", false],
  ["ow", "1000", "7", true],
  ["ow", "0", "7", false],
  ["edit", "https://a.b/c.png", "8.1", true],
  ["edit", "https://a.b/c.png", "7", false],
  ["q", "4", "7", true],
  ["q", "3", "7", false],
  ["q", ".25", "6", true],
  ["quality", "4", "6", false],
  ["q", "1", "8.2", false],
  ["hd", "", "8.1", true],
  ["hd", "", "7", false],
  ["raw", "yes", "7", false],
  ["sv", "6", "7", true],
  ["sv", "7", "7", false],
  ["seed", "4294967295", "8.2", true],
  ["seed", "4294967296", "8.2", false],
  ["r", "40", "8.2", true],
  ["repeat", "1", "8.2", false],
  ["stop", "9", "6", false],
  ["sref", "random", "6", true],
  ["sref", "random", "5.2", false],
  ["p", "", "7", true],
  ["s", "{50, 100}", "7", true],
])("--%s %s with version %s: %s", (flag, value, version, right) => {
  const parameter = midjourneyParameter(flag);
  expect(parameter).toBeDefined();
  expect(parameter && midjourneyFault(parameter, value, version) === undefined).toBe(right);
});

test("no flag calls two parameters, and what is none is none", () => {
  const flags = MIDJOURNEY_PARAMETERS.flatMap((parameter) => parameter.flags);
  expect(new Set(flags).size).toBe(flags.length);
  expect(midjourneyParameter("AR")?.name).toBe("aspect");
  expect(midjourneyParameter("bogus")).toBeUndefined();
});
