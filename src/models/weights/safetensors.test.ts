import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readValues } from "./read-values.js";
import { packSafetensors } from "./safetensors.fixture.js";
import { readSafetensors } from "./safetensors.js";

const bytesOf = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "imprompt-weights-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const floats = (...values: number[]): { dtype: string; shape: number[]; bytes: Uint8Array } => ({
  dtype: "F32",
  shape: [values.length],
  bytes: bytesOf(Float32Array.from(values)),
});

describe("readSafetensors", () => {
  it("says where tensors lie and what they hold", async () => {
    const path = write("a.safetensors", packSafetensors({ first: floats(1, 2), second: floats(3, 4, 5) }));
    const tensors = await readSafetensors(path);
    expect(tensors.names).toEqual(["first", "second"]);
    expect(tensors.get("second")).toMatchObject({
      type: "float32",
      shape: [3],
      file: "a.safetensors",
      length: 12,
    });
    expect(await readValues(tensors, "second")).toEqual(Float32Array.of(3, 4, 5));
  });

  it("joins the shards that an index names", async () => {
    write("1.safetensors", packSafetensors({ first: floats(1) }));
    write("2.safetensors", packSafetensors({ second: floats(2) }));
    const weightMap = { first: "1.safetensors", second: "2.safetensors" };
    const index = write("model.safetensors.index.json", JSON.stringify({ weight_map: weightMap }));
    const tensors = await readSafetensors(index);
    expect(tensors.get("second").file).toBe("2.safetensors");
    expect(await readValues(tensors, "first")).toEqual(Float32Array.of(1));
  });

  it("widens half floats", async () => {
    // 1, -2, the smallest subnormal, infinity; bfloat16 has the upper half of a float32
    const half = { dtype: "F16", shape: [4], bytes: bytesOf(Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7c00)) };
    const brain = { dtype: "BF16", shape: [2], bytes: bytesOf(Uint16Array.of(0x3f80, 0xc040)) };
    const tensors = await readSafetensors(write("h.safetensors", packSafetensors({ half, brain })));
    expect(Array.from(await readValues(tensors, "half"))).toEqual([1, -2, 2 ** -24, Infinity]);
    expect(Array.from(await readValues(tensors, "brain"))).toEqual([1, -3]);
  });

  it("refuses what is damaged", async () => {
    const whole = packSafetensors({ first: floats(1, 2) });
    const cut = write("cut.safetensors", whole);
    truncateSync(cut, whole.length - 1);
    const broken: [string, string | Uint8Array][] = [
      ["empty.safetensors", ""],
      ["page.safetensors", "<html>not found</html>"],
      ["size.safetensors", packSafetensors({ first: { ...floats(1, 2), shape: [3] } })],
      ["list.safetensors", Buffer.concat([new Uint8Array([2, 0, 0, 0, 0, 0, 0, 0]), Buffer.from("[]")])],
      ["odd.safetensors.index.json", "{}"],
    ];
    const paths = [cut, ...broken.map(([name, content]) => write(name, content))];
    for (const path of paths)
      await expect(readSafetensors(path), path).rejects.toMatchObject({ code: "model-corrupt" });
  });

  it("refuses shards outside the folder and files that are not there", async () => {
    mkdirSync(join(folder, "in"));
    write("out.safetensors", packSafetensors({ first: floats(1) }));
    const index = write(
      "in/i.safetensors.index.json",
      JSON.stringify({ weight_map: { a: "../out.safetensors" } }),
    );
    await expect(readSafetensors(index)).rejects.toMatchObject({ code: "model-corrupt" });
    await expect(readSafetensors(join(folder, "x.safetensors"))).rejects.toMatchObject({
      code: "model-missing",
    });
  });

  it("refuses to give a tensor that is missing or holds no floats", async () => {
    const whole = { dtype: "I64", shape: [1], bytes: bytesOf(BigInt64Array.of(7n)) };
    const tensors = await readSafetensors(write("i.safetensors", packSafetensors({ whole })));
    expect(() => tensors.get("none")).toThrow(expect.objectContaining({ code: "model-corrupt" }));
    await expect(readValues(tensors, "whole")).rejects.toMatchObject({ code: "model-corrupt" });
  });
});
