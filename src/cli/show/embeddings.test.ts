import { describe, expect, it } from "vitest";
import { toJsonLines, toSafetensors } from "./embeddings.js";

describe("embeddings of pictures", () => {
  const rows = { rows: 2, width: 3, data: Float32Array.of(0.1, -0.25, 1, 0, 0.5, 1e-8) };
  const named = { model: "ViT-fake/none", fingerprint: "f", failed: 0, names: ["a.png", "b ü.png"], rows };

  it("are safetensors", () => {
    const bytes = Buffer.from(toSafetensors(named));
    const start = 8 + Number(bytes.readBigUInt64LE());
    expect(start % 8).toBe(0);
    const header = JSON.parse(bytes.toString("utf8", 8, start));
    expect(header.embeds).toEqual({ dtype: "F32", shape: [2, 3], data_offsets: [0, 24] });
    expect(JSON.parse(header.__metadata__.files)).toEqual(["a.png", "b ü.png"]);
    expect(bytes.length).toBe(start + 24);
    expect(bytes.readFloatLE(start + 4)).toBe(-0.25);
  });

  it("are JSON Lines", () => {
    const lines = toJsonLines(named)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { file: "a.png", model: "ViT-fake/none", embedding: [0.1, -0.25, 1] },
      { file: "b ü.png", model: "ViT-fake/none", embedding: [0, 0.5, 1e-8] },
    ]);
  });
});
