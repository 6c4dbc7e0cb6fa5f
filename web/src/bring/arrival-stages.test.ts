import type { Stage } from "imprompt/client";
import { expect, it } from "vitest";
import type { Arrival } from "../state/workspace";
import { foundIn, stageNamed, standOf } from "./arrival-stages";

const read: Stage = { stage: "read", file: "a.png", recovered: null, provenance: null, warnings: [] };
const decoded: Stage = { stage: "decoded", image: { width: 640, height: 480, format: "png" } };
const measured: Stage = { stage: "measured", palette: [], terms: 9 };
const looking: Stage = { stage: "looking", engine: "clip", what: "embedding phrases", done: 40, total: 90 };
const fused: Stage = { stage: "fused", terms: 7 };

function working(...stages: readonly Stage[]): Arrival {
  return { id: "a", name: "a.png", thumbnail: null, state: "working", stages };
}

it("says what is being done: what comes after the last stage that is done", () => {
  expect(standOf({ id: "a", name: "a.png", thumbnail: null, state: "waiting" })).toBe("Waiting for its turn");
  expect(standOf(working())).toBe("Reading the file");
  expect(standOf(working(read))).toBe("Decoding");
  expect(standOf(working(read, decoded))).toBe("Measuring");
  expect(standOf(working(read, decoded, measured))).toBe("Putting the recipe together");
  expect(standOf(working(read, decoded, measured, fused))).toBe("Opening the board");
});

it("says that a model looks, for as long as it does", () => {
  expect(standOf(working(read, decoded, measured, looking))).toBe("Looking with a model");
  expect(standOf(working(read, decoded, measured, looking, fused))).toBe("Opening the board");
  expect(foundIn(looking)).toBe("embedding phrases, 40 of 90");
  expect(foundIn({ ...looking, what: "reading the model", total: 1 })).toBe("reading the model");
});

it("says what each stage has found", () => {
  expect([read, decoded, measured, fused].map(foundIn)).toEqual([
    "no prompt inside",
    "640 × 480, PNG",
    "0 colors",
    "7 phrases",
  ]);
  expect(stageNamed([read, decoded], "decoded")).toBe(decoded);
  expect(stageNamed([read], "measured")).toBeUndefined();
});
