import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packSafetensors } from "../weights/safetensors.fixture.js";
import { readSafetensors } from "../weights/safetensors.js";
import type { Tensors } from "../weights/tensors.js";
import type { GraphBuilder, Value } from "./graph-builder.js";
import { createGraphBuilder } from "./graph-builder.js";
import { openSession } from "./session.js";

let folder: string;
let tensors: Tensors;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "imprompt-graph-"));
  const matrix = Float32Array.of(1, 2, 3, 4, 5, 6);
  const halves = Uint16Array.of(0x3c00, 0x4000);
  const content = packSafetensors({
    matrix: { dtype: "F32", shape: [3, 2], bytes: new Uint8Array(matrix.buffer) },
    halves: { dtype: "F16", shape: [2], bytes: new Uint8Array(halves.buffer) },
  });
  writeFileSync(join(folder, "w.safetensors"), content);
  tensors = await readSafetensors(join(folder, "w.safetensors"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(build: (graph: GraphBuilder, x: Value) => Value): Promise<number[]> {
  const graph = createGraphBuilder("test", tensors);
  const x = graph.input("x", "float32", ["rows", 2]);
  graph.output("y", build(graph, x), "float32", ["rows", "columns"]);
  const session = await openSession(graph.finish(), folder, { threads: 1 });
  const { y } = await session.run({ x: session.tensorOf(Float32Array.of(1, 10), [1, 2]) });
  await session.close();
  return Array.from(y?.data as Float32Array);
}

describe("createGraphBuilder", () => {
  it("computes with weights where they lie on disk", async () => {
    expect(await run((graph, x) => graph.op("Gemm", [x, graph.weight("matrix")], { transB: 1 }))).toEqual([
      21, 43, 65,
    ]);
  });

  it("takes rows of a weight", async () => {
    const rows = await run((graph, x) =>
      graph.op("Gemm", [x, graph.weightRows("matrix", 1, 2)], { transB: 1 }),
    );
    expect(rows).toEqual([43, 65]);
  });

  it("widens half floats and carries constants", async () => {
    const build = (graph: GraphBuilder, x: Value): Value =>
      graph.op("Mul", [graph.op("Add", [x, graph.weight("halves")]), graph.scalar(0.5)]);
    expect(await run(build)).toEqual([1, 6]);
  });

  it("reads a weight once, however often it is used", async () => {
    const graph = createGraphBuilder("test", tensors);
    expect(graph.weight("matrix")).toBe(graph.weight("matrix"));
    expect(graph.weightRows("matrix", 0, 1)).not.toBe(graph.weightRows("matrix", 1, 1));
  });
});

describe("openSession", () => {
  it("names a graph that the runtime refuses, and a run that does not fit", async () => {
    await expect(openSession(Uint8Array.of(1, 2, 3), folder)).rejects.toMatchObject({ code: "model-failed" });
    const wrong = run((graph, x) => graph.op("MatMul", [x, graph.weight("matrix")]));
    await expect(wrong).rejects.toMatchObject({ code: "model-failed" });
  });
});
