import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { DescribeOptions, Description } from "../../../src/app/describe.js";
import type { ArtistPolicy, Engines } from "../../../src/app/engine-choice.js";
import { INTERROGATION_MODES } from "../../../src/app/engine-choice.js";
import { run } from "../../../src/cli/program.js";
import { describe as describePicture, openEngines } from "../../../src/index.js";
import { addPngTexts } from "../../../src/metadata/write.js";
import { descendantsOf, until } from "../../../src/runtime/workers/processes.fixture.js";
import type { TinyModels } from "./tiny-models.js";
import { tinyModels } from "./tiny-models.js";

let tiny: TinyModels;
let picture: string;
let lists: string;

const LISTS: { readonly [name: string]: readonly string[] } = {
  artists: ["Ada Quill", "Bo Ferrant"],
  flavors: ["soft light", "hard light", "fog", "film grain", "muted colors", "long exposure", "wide angle"],
  mediums: ["an oil painting", "a photograph", "a woodcut"],
  movements: ["art deco", "baroque"],
  negative: ["blurry", "watermark"],
};

beforeAll(async () => {
  tiny = await tinyModels(["ViT-L-14/openai", "blip-base"]);
  picture = join(tiny.folder, "door.png");
  const noise = Buffer.from(Array.from({ length: 240 * 200 * 3 }, (_, at) => (at * 37 + (at >> 6)) % 251));
  await sharp(noise, { raw: { width: 240, height: 200, channels: 3 } })
    .png()
    .toFile(picture);
  lists = join(tiny.folder, "lists");
  mkdirSync(lists);
  for (const [name, phrases] of Object.entries(LISTS)) {
    writeFileSync(join(lists, `${name}.txt`), `${phrases.join("\n")}\n`);
  }
});
afterAll(() => tiny.remove());
afterEach(() => vi.restoreAllMocks());

/** What a command line says of the picture, and what it tells on standard error. */
async function tell(...argv: string[]): Promise<{ status: number; description: Description; err: string }> {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const out = join(tiny.folder, "out.json");
  writeFileSync(out, "null");
  const status = await run([picture, "--out", out, ...argv]);
  const [line = ""] = readFileSync(out, "utf8").split("\n");
  return {
    status,
    description: JSON.parse(line === "" ? "null" : line),
    err: said.filter((line) => line.startsWith("imprompt:")).join(""),
  };
}

describe("imprompt --engine clip", () => {
  it.each(INTERROGATION_MODES)("answers in %s mode", async (mode) => {
    const { status, err, description } = await tell("--engine", "clip", "--mode", mode, "--lists", lists);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    const { engine, blueprint, measurements } = description;
    expect(engine).toMatchObject({ id: "clip", prompt: expect.stringMatching(/\w/u) });
    expect(engine.source).toBe(mode === "caption" ? "caption:blip-base" : "clip:ViT-L-14/openai");
    expect(Object.keys(measurements)).toContain("palette");
    const subjects = blueprint.terms.filter(({ facet }) => facet === "subject").map(({ text }) => text);
    if (mode === "style" || mode === "negative") expect(engine.caption).toBeUndefined();
    else {
      expect(subjects).toContain(engine.caption);
      expect(engine.prompt?.startsWith(engine.caption ?? "none")).toBe(true);
    }
  });

  it("ends its processes with the command", async () => {
    await tell("--engine", "clip", "--mode", "fast", "--lists", lists);
    await until(() => descendantsOf(process.pid).length === 0);
  });

  it("takes your caption in place of a captioner, and one model at a time", async () => {
    const caption = ["--caption", "a red door", "--mode", "classic", "--lists", lists];
    const { engine, blueprint } = (await tell(...caption, "--low-memory")).description;
    expect(engine.prompt).toMatch(/^a red door, /u);
    expect(blueprint.terms).toContainEqual(
      expect.objectContaining({ facet: "subject", text: "a red door", confidence: 1 }),
    );
  });

  it("says the same with one model in memory as with both", async () => {
    const options = ["--mode", "fast", "--lists", lists];
    const together = (await tell(...options)).description.engine.prompt;
    expect((await tell(...options, "--low-memory")).description.engine.prompt).toBe(together);
  });

  it("goes on where one of several pictures cannot be read", async () => {
    const bad = join(tiny.folder, "bad.png");
    writeFileSync(bad, "no picture");
    const out = join(tiny.folder, "many.jsonl");
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const options = ["--mode", "fast", "--caption", "a door", "--lists", lists, "--out", out];
    expect(await run([picture, bad, picture, ...options])).toBe(1);
    const lines = readFileSync(out, "utf8").trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as Description).engine.prompt)).toHaveLength(2);
    expect(said.join("")).toMatch(/bad\.png: .*\n/u);
  });

  it.each([
    [
      ["--model", "ViT-H-14/laion2b_s32b_b79k"],
      3,
      /not on this machine.*models pull ViT-H-14\/laion2b_s32b_b79k/u,
    ],
    [["--model", "ViT-X-99/nobody"], 2, /no model has this name/u],
    [["--model", "blip-base"], 2, /is no CLIP model/u],
    [["--mode", "slow"], 2, /--mode does not take "slow"/u],
    [["--engine", "magic"], 2, /--engine does not take "magic"/u],
    [["--compat", "a1111"], 2, /--compat does not take/u],
    [["--mode", "fast", "--lists", "no/such/folder"], 3, /there are no lists here/u],
  ] as const)("refuses %j with a sentence", async (argv, expected, sentence) => {
    const { status, err } = await tell(...argv);
    expect(status).toBe(expected);
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("openEngines, kept for several pictures", () => {
  let engines: Engines;
  beforeAll(() => {
    engines = openEngines();
  });
  afterAll(() => engines.close());

  const ask = (options: DescribeOptions): Promise<Description> =>
    describePicture(picture, { caption: "a door", lists, ...options }, {}, engines);

  it("hides, suggests or writes artists as it is told", async () => {
    const artists = async (policy: ArtistPolicy): Promise<readonly string[]> => {
      const { engine, blueprint } = await ask({ engine: "clip", mode: "classic", artists: policy });
      const guesses = blueprint.terms.filter(({ facet, hypothesis }) => facet === "artist" && hypothesis);
      const written = /ada quill|bo ferrant/iu.test(engine.prompt ?? "") ? ["written"] : [];
      return [...(guesses.length > 0 ? ["guessed"] : []), ...written];
    };
    expect(await artists("off")).toEqual([]);
    expect(await artists("suggest")).toEqual(["guessed"]);
    expect(await artists("on")).toContain("written");
  });

  it("warns where the target reads prompts with another CLIP, and only who named the target", async () => {
    const codes = async (modelFor?: readonly string[]): Promise<readonly string[]> => {
      const named = modelFor === undefined ? {} : { modelFor };
      const { warnings } = await ask({ engine: "clip", mode: "fast", targets: ["sdxl"], ...named });
      return warnings.map(({ code }) => code);
    };
    expect(await codes(["sdxl", "flux"])).toContain("model-mismatch");
    expect(await codes(["sd15"])).not.toContain("model-mismatch");
    expect(await codes()).not.toContain("model-mismatch");
  });

  it("gives another tool's prompt where that is asked for", async () => {
    const prompt = async (compat?: "clip-interrogator"): Promise<string | undefined> =>
      (await ask({ engine: "clip", mode: "fast", ...(compat === undefined ? {} : { compat }) })).engine
        .prompt;
    const theirs = await prompt("clip-interrogator");
    expect(theirs).toMatch(/^a door, /u);
    expect(theirs).not.toBe(await prompt());
    expect(theirs).toMatch(/(?:by|inspired by) (?:Ada Quill|Bo Ferrant)|rtstation|zbrush|pixiv/u);
  });

  it("takes the subject that fits best where no captioner is here, and says so", async () => {
    const folder = join(tiny.folder, "captionless");
    cpSync(join(tiny.models, "ViT-L-14--openai"), join(folder, "ViT-L-14--openai"), { recursive: true });
    const alone = openEngines({ folder, cache: join(tiny.cache, "phrases") });
    try {
      const { engine, blueprint, warnings } = await describePicture(picture, { mode: "fast" }, {}, alone);
      const [subject] = blueprint.terms.filter(({ facet }) => facet === "subject");
      expect(subject).toMatchObject({ text: engine.rankings?.["subjects"]?.[0]?.text });
      expect(engine.prompt?.startsWith(`${subject?.text}, `)).toBe(true);
      expect(warnings).toContainEqual(expect.objectContaining({ code: "engine-limited", where: "subject" }));
    } finally {
      await alone.close();
    }
  });

  it("measures what the standard vocabulary says, and keeps what was measured where it is surer", async () => {
    const { blueprint, engine } = await describePicture(picture, { caption: "a door" }, {}, engines);
    expect(Object.keys(engine.rankings ?? {})).toEqual(
      expect.arrayContaining(["mediums", "artists", "subjects"]),
    );
    const sources = new Set(blueprint.terms.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    expect([...sources].some((source) => source.startsWith("analysis:"))).toBe(true);
  });
});

/** What a command line prints for a person. */
async function print(...argv: string[]): Promise<string> {
  const said: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
  await run(argv);
  vi.restoreAllMocks();
  return said.join("");
}

describe("what a person sees", () => {
  it("is the engine's own prompt as a block of its own, with its model", async () => {
    const options = ["--mode", "classic", "--caption", "a red door", "--lists", lists];
    const page = await print(picture, ...options);
    expect(page).toMatch(/^CLIP's own prompt clip:ViT-L-14\/openai, asked for.*\n {2}a red door, /mu);
    expect(page).not.toContain("What is shown takes a model");
  });

  it("is one line on how to get a model where nothing says what is shown, and none where it would stand often", async () => {
    vi.stubEnv("IMPROMPT_MODELS", join(tiny.folder, "none"));
    const door = join(tiny.folder, "00001.png");
    writeFileSync(door, readFileSync(picture));
    const line = "What is shown takes a model";
    expect(await print(door)).toContain(line);
    expect(await print(door, "--subject", "a door")).not.toContain(line);
    expect(await print(door, "--engine", "embedded")).not.toContain(line);
    expect(await print(door, door)).not.toContain(line);
    vi.unstubAllEnvs();
  });
});

describe("imprompt without an engine named", () => {
  it("takes CLIP where its weights are, and says so", async () => {
    const { engine } = (await tell("--caption", "a door", "--artists", "off")).description;
    expect(engine).toMatchObject({
      id: "clip",
      why: "its weights are here: ViT-L-14/openai, the best CLIP that is here, and your caption",
    });
  });

  it("asks no model where the file carries its prompt, unless told to", async () => {
    const bytes = readFileSync(picture);
    const text = "a red fox, snow\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 240x200";
    writeFileSync(picture, addPngTexts(bytes, [{ key: "parameters", text }]));
    try {
      const own = (await tell()).description;
      expect(own.engine).toEqual({
        id: "embedded",
        why: "the file carries its own prompt",
        source: "analysis",
      });
      const told = (await tell("--engine", "clip", "--mode", "fast", "--lists", lists)).description;
      expect(told.engine.id).toBe("clip");
      expect(told.blueprint.terms.filter(({ facet }) => facet === "subject")).toMatchObject([
        { text: "a red fox" },
      ]);
    } finally {
      writeFileSync(picture, bytes);
    }
  });

  it("measures where no weights are, and says how to get them", async () => {
    vi.stubEnv("IMPROMPT_MODELS", join(tiny.folder, "none"));
    try {
      const { status, description, err } = await tell();
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(description.engine).toMatchObject({ id: "embedded", source: "analysis" });
      expect(description.engine.hint).toMatch(/imprompt models pull ViT-L-14\/openai blip-large \(3\.6 GB/u);
      const asked = await tell("--engine", "clip");
      expect(asked.status).toBe(3);
      expect(asked.err).toMatch(/not on this machine\. .*models pull.*GB/u);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
