import { expect, it } from "vitest";
import { createBlueprint } from "../../blueprint/build.js";
import { dialect } from "./index.js";

it("asks for a photograph, leaves the painter's hand out, and says the frame", () => {
  const blueprint = createBlueprint({
    frame: { width: 900, height: 1600 },
    terms: [
      { facet: "subject", text: "old mill" },
      { facet: "medium", text: "oil painting" },
      { facet: "detail", text: "visible brush strokes" },
      { facet: "detail", text: "peeling paint" },
    ],
  });
  const prompt = dialect.print(blueprint, { version: "1", parameters: {} });
  expect(prompt.text).toBe(
    "A photograph of an old mill. The details include peeling paint. A tall 9:16 frame.",
  );
  expect(prompt.warnings.map((warning) => warning.termId)).toEqual([
    "medium/oil-painting",
    "detail/visible-brush-strokes",
  ]);
  expect(prompt.parameters).toEqual({});
});

it("says the frame that the caller wants", () => {
  const blueprint = createBlueprint({ frame: { width: 900, height: 1600 } });
  const say = (ratio: string): string =>
    dialect.print(blueprint, { version: "1", parameters: { "aspect-ratio": ratio } }).text;
  expect(say("1:1")).toBe("A photograph. A square frame.");
  expect(say("16:9")).toBe("A photograph. A wide 16:9 frame.");
});
