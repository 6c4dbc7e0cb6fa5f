import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBlueprint } from "../src/index.js";
import { imprompt } from "./support/imprompt.js";

const folder = mkdtempSync(join(tmpdir(), "imprompt-language-"));
const at = (name: string): string => join(folder, name);
const FOX = "a red fox, (deep snow:1.3), golden hour, photograph, 8k";

const json = async (...args: string[]): Promise<{ [key: string]: never }> =>
  JSON.parse((await imprompt([...args, "--json"])).out);

beforeAll(() => {
  const terms = [
    { facet: "subject", text: "two crows" },
    { facet: "lighting", text: "moonlight" },
  ] as const;
  writeFileSync(
    at("crows.json"),
    JSON.stringify(createBlueprint({ frame: { width: 900, height: 600 }, terms })),
  );
  writeFileSync(at("fox.txt"), `${FOX}\n`);
  writeFileSync(at("broken.json"), '{"terms": [], "version": 9}');
  mkdirSync(at("vocab"));
  writeFileSync(at("vocab/medium.txt"), "zorptype | zorp print\n");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("imprompt translate", () => {
  it("answers from, blueprint and prompts", async () => {
    const document = await json("translate", FOX, "--from", "a1111", "--to", "flux,compel,midjourney");
    expect(document).toMatchObject({ from: "a1111", blueprint: { version: 1 } });
    const prompts = document["prompts"] as unknown as {
      target: string;
      text: string;
      warnings: { span?: object }[];
    }[];
    expect(prompts.map(({ target }) => target)).toEqual(["flux", "compel", "midjourney"]);
    expect(prompts[1]?.text).toContain("(deep snow)1.3");
    expect(prompts[2]?.warnings[0]?.span).toEqual({ start: 12, end: 21 });
  });

  it("carries a ratio over as a size, and reads files, blueprints and standard input", async () => {
    const sized = await json("translate", "a fox --ar 16:9 --no people", "--to", "sdxl");
    expect(sized["prompts"]).toMatchObject([
      { parameters: { width: 1344, height: 768 }, negative: "people" },
    ]);
    expect((await json("translate", at("fox.txt"), "--to", "tags"))["prompts"]).toMatchObject([
      { target: "tags" },
    ]);
    const crows = (await json("translate", at("crows.json"), "--to", "sdxl"))["prompts"] as unknown as {
      text: string;
    }[];
    expect(crows[0]?.text).toBe("two crows, moonlight");
    const piped = await imprompt(["translate", "-", "--to", "sdxl", "--json"], Buffer.from("a heron"));
    expect(JSON.parse(piped.out).prompts[0].text).toBe("a heron");
  });

  it("takes a weight grammar for targets that several tools run", async () => {
    const prompts = (await json("translate", FOX, "--to", "sdxl", "--grammar", "compel"))["prompts"];
    expect(prompts).toMatchObject([{ text: expect.stringContaining("(deep snow)1.3") as string }]);
  });

  it("knows the user's own words", async () => {
    const facetOf = async (...more: string[]): Promise<string | undefined> => {
      const { blueprint } = await json(
        "translate",
        "a cat, zorptype",
        "--from",
        "tags",
        "--to",
        "tags",
        ...more,
      );
      const { terms } = blueprint as unknown as { terms: { text: string; facet: string }[] };
      return terms.find(({ text }) => text === "zorptype")?.facet;
    };
    expect(await facetOf()).not.toBe("medium");
    expect(await facetOf("--vocab", at("vocab"))).toBe("medium");
  });
});

describe("imprompt edit, blend, vary, negative, diff, lint", () => {
  it("edit prunes, swaps and keeps a history", async () => {
    const document = await json(
      "edit",
      FOX,
      "--prune",
      "--swap",
      "time of day=night",
      "--weigh",
      "a red fox=1.2",
      "--ar",
      "3:2",
      "-t",
      "sdxl",
    );
    expect(document["history"]).toHaveLength(4);
    const { terms, frame } = document["blueprint"] as unknown as {
      terms: { text: string; weight: number }[];
      frame: object;
    };
    const texts = terms.map(({ text }) => text);
    expect(texts).not.toContain("8k");
    expect(texts).not.toContain("golden hour");
    expect(texts).toContain("night");
    expect(terms.find(({ text }) => text === "a red fox")?.weight).toBe(1.2);
    expect(frame).toEqual({ width: 1536, height: 1024 });
  });

  it("blend takes facets from each and tells conflicts", async () => {
    const { blueprint, conflicts } = await json(
      "blend",
      FOX,
      at("crows.json"),
      "--take",
      "subject=B",
      "--take",
      "medium,lighting=A",
    );
    const { terms } = blueprint as unknown as { terms: { text: string }[] };
    expect(terms.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["two crows", "golden hour", "photograph"]),
    );
    expect(conflicts).toEqual(expect.any(Array));
  });

  it("vary is seeded", async () => {
    const args = ["vary", FOX, "--axes", "light,medium", "--count", "3", "-t", "flux"];
    const once = await json(...args, "--seed", "5");
    expect(once["variations"]).toHaveLength(3);
    expect(await json(...args, "--seed", "5")).toEqual(once);
    expect(await json(...args, "--seed", "6")).not.toEqual(once);
  });

  it("negative excludes the contrary of what it shows", async () => {
    const { added } = await json("negative", FOX, "--for", "quality");
    const texts = (added as unknown as { text: string }[]).map(({ text }) => text);
    expect(texts).toContain("painting");
    expect(texts).not.toContain("photograph");
  });

  it("diff tells changes in words", async () => {
    expect((await imprompt(["diff", FOX, FOX])).out).toBe("They say the same.\n");
    expect((await imprompt(["diff", FOX, `${FOX}, fog`])).out).toMatch(/fog/u);
  });

  it("lint finds what a version does not take", async () => {
    const { findings } = await json("lint", "a fox --cref x", "-t", "midjourney");
    expect(findings).toMatchObject([
      { code: "unknown-parameter", severity: "error", span: { start: 6, end: 14 } },
    ]);
  });
});

describe("imprompt style and fill", () => {
  it("distil a recipe and fill its slots from the line and from a table", async () => {
    const references = ["fog, muted colors, photograph, a hill", "fog, muted colors, photograph, a lake"];
    const saved = await imprompt([
      "style",
      ...references,
      "--slot",
      "subject",
      "--slot",
      "setting=a quiet street",
      "--save",
      at("fog.recipe.json"),
    ]);
    expect(saved.status).toBe(0);
    expect(JSON.parse(readFileSync(at("fog.recipe.json"), "utf8")).slots).toHaveLength(2);
    const filled = await imprompt([
      "fill",
      at("fog.recipe.json"),
      "--subject",
      "a red fox",
      "-t",
      "sdxl",
      "--json",
    ]);
    expect(JSON.parse(filled.out).prompts[0].text).toBe(
      "a red fox, a quiet street, photograph, fog, muted colors",
    );
    writeFileSync(at("rows.csv"), 'subject,setting\n"a heron, wading",a lake\na fox,\n');
    const rows = await imprompt([
      "fill",
      at("fog.recipe.json"),
      "--csv",
      at("rows.csv"),
      "-t",
      "sdxl",
      "--json",
    ]);
    const texts = rows.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).prompts[0].text as string);
    expect(texts[0]).toContain("a heron, wading, a lake");
    expect(texts[1]).toContain("a fox, a quiet street");
  });
});

describe("wrong usage of the language commands", () => {
  it.each([
    [["translate", "x", "--to", "nowhere"], 2],
    [["translate", "x"], 2],
    [["translate", "x", "--from", "latin", "--to", "flux"], 2],
    [["blend", "only one"], 2],
    [["blend", "a", "b", "--take", "smell=A"], 2],
    [["vary", "a cat", "--count", "0"], 2],
    [["edit", "a cat", "--weigh", "a dog=1.2"], 2],
    [["lint", at("crows.json")], 3],
    [["diff", "a cat", at("missing.json")], 3],
    [["diff", "a cat", at("broken.json")], 3],
    [["fill", at("fox.txt")], 3],
  ])("%j ends with status %d and one sentence", async (args, wanted) => {
    const { status, out, err } = await imprompt(args);
    expect({ status, out }).toEqual({ status: wanted, out: "" });
    expect(err.trim()).not.toBe("");
    expect(err).not.toMatch(/\bat .*:\d+:\d+/u);
  });
});
