import { expect, it } from "vitest";
import { createBlueprint } from "../../blueprint/build.js";
import { dialect } from "./index.js";

const blueprint = createBlueprint({
  frame: { width: 1024, height: 1024 },
  terms: [
    { facet: "subject", text: "mill" },
    { facet: "palette", text: "teal" },
  ],
  palette: [{ hex: "#1f4e5a", name: "teal", share: 0.6 }],
});

it("names colours by code from version 2 on", () => {
  const say = (version: string): string => dialect.print(blueprint, { version, parameters: {} }).text;
  expect(say("2")).toBe("A mill. The palette is built on #1f4e5a teal.");
  expect(say("dev")).toBe("A mill. The palette is built on teal.");
});

it("writes Kontext as an order", () => {
  const { text, target } = dialect.print(blueprint, { version: "kontext", parameters: {} });
  expect(target).toBe("flux@kontext");
  expect(text).toBe(
    "Change this picture to show a mill. The palette is built on teal. Keep the setting, the lighting and the composition unchanged.",
  );
});
