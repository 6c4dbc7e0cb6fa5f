import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ImpromptError } from "../base/error.js";
import { openClip } from "../models/clip/index.js";
import { runCompare } from "./compare.js";
import { runEmbed } from "./embed.js";
import { runRank } from "./rank.js";
import { runScore } from "./score.js";
import { runSimilar } from "./similar.js";
import type { StudyPorts } from "./study.js";

const TINY = fileURLToPath(new URL("../../test/fixtures/models/clip-tiny-open/", import.meta.url));

let folder = "";
let closed = 0;
let told = "";
const at = (name: string): string => join(folder, name);

const PORTS: StudyPorts = {
  openModels: async () => ({
    clip: async (name) => {
      if (name === "none") throw new ImpromptError("model-missing", "the weights of none are not here");
      return openClip(
        { name: "tiny", folder: TINY, weights: "open_clip_model.safetensors", fingerprint: "tiny" },
        { threads: 1 },
      );
    },
    close: async () => {
      closed += 1;
    },
  }),
  cacheFolder: async () => at("cache"),
};

async function paint(name: string, top: string, bottom: string): Promise<void> {
  const half = (color: string): string => `<rect width="64" height="32" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">${half(bottom).replace("<rect", '<rect y="32"')}${half(top)}</svg>`;
  await sharp(Buffer.from(svg)).png().toFile(at(name));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "imprompt-study-"));
  closed = 0;
  told = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += String(text);
    return true;
  });
  await paint("a.png", "red", "blue");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** What a command writes to a file of this name. */
async function answerOf(name: string, run: (out: string) => Promise<number>, status = 0): Promise<string> {
  const out = at(name);
  expect(await run(out)).toBe(status);
  expect(closed).toBeGreaterThan(0);
  return readFile(out, "utf8");
}

describe("imprompt rank", () => {
  it("ranks a file of terms, as JSON and for a person", async () => {
    await writeFile(at("terms.txt"), "a red fox\nsoft light\noil painting\n");
    const json = JSON.parse(
      await answerOf("out.json", (out) => runRank(at("a.png"), [at("terms.txt")], { top: "2", out }, PORTS)),
    );
    expect(json).toMatchObject({ model: "tiny", lists: [{ name: "terms", count: 3 }] });
    const [first, second] = json.lists[0].ranked;
    expect(first.score).toBeGreaterThanOrEqual(second.score);
    const text = await answerOf("out.txt", (out) =>
      runRank(at("a.png"), [at("terms.txt")], { top: "2", out }, PORTS),
    );
    expect(text).toContain(`${first.score.toFixed(4)}`);
    expect(text).toContain("2 of 3 phrases");
  });

  it("ranks the lists of a folder", async () => {
    await mkdir(at("lists"));
    await writeFile(at("lists/mediums.txt"), "ink\n");
    await writeFile(at("lists/artists.txt"), "Ann Painter\n");
    const out = await answerOf("out.json", (path) =>
      runRank(at("a.png"), [at("lists")], { top: "5", out: path }, PORTS),
    );
    expect(JSON.parse(out).lists.map(({ name }: { name: string }) => name)).toEqual(["artists", "mediums"]);
  });

  it("says what is wrong before a model is opened", async () => {
    await expect(runRank(at("a.png"), [], { top: "0" }, PORTS)).rejects.toMatchObject({
      code: "invalid-option",
    });
    await expect(runRank(at("a.png"), [at("gone.txt")], { top: "1" }, PORTS)).rejects.toMatchObject({
      code: "input-unreadable",
    });
    expect(closed).toBe(0);
  });

  it("frees the model when there is none, or no picture", async () => {
    await writeFile(at("terms.txt"), "ink\n");
    const terms = [at("terms.txt")];
    await expect(runRank(at("a.png"), terms, { top: "1", model: "none" }, PORTS)).rejects.toMatchObject({
      code: "model-missing",
    });
    await expect(runRank(at("gone.png"), terms, { top: "1" }, PORTS)).rejects.toMatchObject({
      code: "input-not-found",
    });
    expect(closed).toBe(2);
  });
});

describe("imprompt score", () => {
  it("gives similarity and contributions", async () => {
    const run = (out: string): Promise<number> =>
      runScore(at("a.png"), "a red fox, soft light", { out }, PORTS);
    const json = JSON.parse(await answerOf("out.json", run));
    expect(json.similarity).toBeGreaterThan(-1);
    expect(json.parts.map(({ text }: { text: string }) => text)).toEqual(["a red fox", "soft light"]);
    const text = await answerOf("out.txt", run);
    expect(text).toContain(`Similarity ${json.similarity.toFixed(4)}`);
    expect(text).toMatch(/[+-]0\.\d{4} +-?0\.\d{4} {2}soft light/u);
  });

  it("tells which phrases CLIP does not reach", async () => {
    const long = Array.from({ length: 60 }, (_, number) => `phrase ${number}`).join(", ");
    const text = await answerOf("out.txt", (out) => runScore(at("a.png"), long, { out }, PORTS));
    expect(text).toContain("CLIP reads the first 77");
    expect(text).toMatch(/phrase 59 {2}not read/u);
    expect(text).not.toMatch(/phrase 1 {2}not read/u);
  });

  it("asks for a prompt", async () => {
    await expect(runScore(at("a.png"), "  ", {}, PORTS)).rejects.toMatchObject({ code: "invalid-option" });
  });
});

describe("imprompt compare", () => {
  it("says which prompt is nearer", async () => {
    const run = (out: string): Promise<number> =>
      runCompare(at("a.png"), ["ink, soft light", "oil, soft light"], { out }, PORTS);
    const json = JSON.parse(await answerOf("out.json", run));
    const text = await answerOf("out.txt", run);
    expect(text).toContain(`${json.difference > 0 ? "A" : "B"} is nearer to the picture`);
    expect(text).toMatch(/Only A\n.* ink\nOnly B\n.* oil\nBoth, as in A\n.* soft light/u);
  });

  it("calls a tie a tie", async () => {
    const text = await answerOf("out.txt", (out) => runCompare(at("a.png"), ["ink", "ink"], { out }, PORTS));
    expect(text).toContain("Both are equally near");
  });
});

describe("imprompt embed", () => {
  it("writes JSON Lines and safetensors of the same numbers, and skips what is no picture", async () => {
    await paint("b.png", "green", "white");
    await writeFile(at("bad.png"), "no picture");
    const images = [at("a.png"), at("bad.png"), at("b.png")];
    const lines = (await answerOf("out.jsonl", (out) => runEmbed(images, { out }, PORTS), 1))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => file)).toEqual([at("a.png"), at("b.png")]);
    expect(told).toContain("bad.png");
    expect(await runEmbed(images, { out: at("out.safetensors") }, PORTS)).toBe(1);
    const bytes = await readFile(at("out.safetensors"));
    const start = 8 + Number(bytes.readBigUInt64LE());
    expect(bytes.readFloatLE(start)).toBeCloseTo(lines[0].embedding[0], 6);
    expect(await runEmbed([at("bad.png")], { out: at("none.jsonl") }, PORTS)).toBe(3);
  });
});

describe("imprompt similar", () => {
  it("finds the nearest, tells of bad files, and leaves the picture itself out", async () => {
    await mkdir(at("more"));
    await paint("twin.png", "red", "blue");
    await paint("more/other.png", "white", "green");
    await writeFile(at("bad.jpg"), "no picture");
    await writeFile(at("notes.txt"), "no picture, and not called one");
    const run = (recursive: boolean, out: string): Promise<number> =>
      runSimilar(at("a.png"), folder, { top: "5", recursive, out }, PORTS);
    const flat = JSON.parse(await answerOf("flat.json", (out) => run(false, out), 1));
    expect(flat).toMatchObject({ seen: 1, failed: 1, similar: [{ file: at("twin.png") }] });
    expect(flat.similar[0].similarity).toBeCloseTo(1, 5);
    expect(told).toContain("bad.jpg");
    const deep = JSON.parse(await answerOf("deep.json", (out) => run(true, out), 1));
    expect(deep.similar.map(({ file }: { file: string }) => file)).toEqual([
      at("twin.png"),
      at("more/other.png"),
    ]);
    const text = await answerOf("out.txt", (out) => run(true, out), 1);
    expect(text).toContain("2 of 2 pictures, 1 skipped");
  });

  it("says where there is nothing to look at", async () => {
    await mkdir(at("empty"));
    await expect(runSimilar(at("a.png"), at("empty"), { top: "5" }, PORTS)).rejects.toMatchObject({
      code: "input-not-found",
      hint: expect.stringContaining("--recursive"),
    });
    await expect(runSimilar(at("a.png"), at("gone"), { top: "5" }, PORTS)).rejects.toMatchObject({
      code: "input-not-found",
    });
  });
});
