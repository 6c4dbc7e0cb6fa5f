import { describe, expect, it } from "vitest";
import type { EngineInput } from "../engines/types.js";
import type { DecodedImage } from "../image/decoded.js";
import { lookAt } from "./engine-look.js";
import type { Services } from "./ports.js";

function decodedAt(side: number): DecodedImage {
  const raster = { width: side, height: 1, data: new Uint8Array(3 * side) };
  const plain = {
    format: "png",
    transparent: false,
    frames: 1,
    depth: 8,
    grey: false,
    warnings: [],
  } as const;
  return { ...plain, width: 3000, height: 1, raster };
}

async function sidesSeen(
  id: "clip" | "vision-llm",
  options: Parameters<typeof lookAt>[2],
): Promise<number[]> {
  let seen: readonly EngineInput[] = [];
  const unused = (): never => {
    throw new Error("not asked for");
  };
  const services: Services = {
    open: unused,
    readMetadata: unused,
    decode: async (_, { workingSize } = { workingSize: 768 }) => decodedAt(Math.min(workingSize, 3000)),
    engines: {
      readiness: unused,
      close: unused,
      look: async (_, inputs) => {
        seen = inputs;
        return [];
      },
    },
  };
  const opened = { name: "wide.png", bytes: new Uint8Array() };
  const viewed = { opened, decoded: decodedAt(768) };
  const work = { signal: new AbortController().signal, onStage: () => {} };
  await lookAt([viewed], { id, why: "asked for" }, options, services, work);
  return seen.map(({ raster }) => raster.width);
}

describe("the size that an engine sees a picture at", () => {
  it("is that of the measurements for CLIP, and all pixels where another tool's answer is wanted", async () => {
    expect(await sidesSeen("clip", {})).toEqual([768]);
    expect(await sidesSeen("clip", { compat: "clip-interrogator" })).toEqual([3000]);
  });

  it("is larger for a vision model, which reads small writing", async () => {
    expect(await sidesSeen("vision-llm", {})).toEqual([2048]);
  });
});
