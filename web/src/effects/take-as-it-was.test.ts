import { beforeEach, expect, it } from "vitest";
import { useWorkspace } from "../state/store";
import { EMPTY_WORKSPACE } from "../state/workspace";
import { takeAsItWas } from "./take-as-it-was";

beforeEach(() => useWorkspace.setState(EMPTY_WORKSPACE, true));

const recovered = {
  tool: "A1111 web UI",
  prompt: "a heron, (low sun:1.3), reeds",
  negative: "people, boats",
  parameters: { steps: 24, cfgScale: 6.5, seed: "42", size: { width: 832, height: 1216 } },
  confidence: 1,
  raw: {},
  grammar: "a1111",
  location: "EXIF UserComment",
  characters: [{ prompt: "a second heron", negative: "fish" }],
} as const;

const carrier = {
  name: "heron.png",
  picture: { preview: "data:image/webp;base64,AAAA", width: 416, height: 608, format: "png" },
  facts: { recovered, provenance: null, measurements: { haze: 1 }, warnings: [] },
  palette: [{ hex: "#203040", name: "slate", share: 1 }],
};

it("opens a board of the prompt alone, in its order, with the picture and its facts", async () => {
  await takeAsItWas(recovered, carrier);
  const { boards, current } = useWorkspace.getState();
  const board = boards[current ?? ""];
  const said = board?.history.present.terms.map(({ text, weight, polarity }) => [text, weight, polarity]);
  expect(said).toEqual([
    ["a heron", 1, "include"],
    ["low sun", 1.3, "include"],
    ["reeds", 1, "include"],
    ["people", 1, "exclude"],
    ["boats", 1, "exclude"],
    ["a second heron", 1, "include"],
    ["fish", 1, "exclude"],
  ]);
  expect(board).toMatchObject({
    name: "heron.png, as it was",
    origin: { kind: "prompt", grammar: "a1111" },
    picture: carrier.picture,
    facts: carrier.facts,
  });
  expect(board?.history.present).toMatchObject({
    frame: { width: 416, height: 608 },
    palette: carrier.palette,
  });
  expect(board?.parameters["sdxl"]).toMatchObject({ steps: 24, seed: 42, width: 832, height: 1216 });
});
