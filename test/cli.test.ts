import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TARGET_IDS } from "../src/dialects/registry.js";
import { addPngTexts } from "../src/metadata/write.js";
import { imprompt } from "./support/imprompt.js";

const folder = mkdtempSync(join(tmpdir(), "imprompt-cli-"));
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  const grey = sharp({ create: { width: 96, height: 64, channels: 3, background: "#808890" } });
  const png = await grey.png().toBuffer();
  writeFileSync(at("plain.png"), png);
  const text =
    "a red fox, (snow:1.2)\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 42, Size: 96x64";
  writeFileSync(at("fox.png"), addPngTexts(png, [{ key: "parameters", text }]));
  writeFileSync(at("empty.jpg"), "");
  writeFileSync(at("lying.jpg"), "<html>not a picture</html>");
  writeFileSync(at("cut.png"), png.subarray(0, png.length >> 1));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("imprompt describe", () => {
  it("prints the true prompt, the blueprint, the palette, three prompts and how to get more", async () => {
    const { status, out, err } = await imprompt([at("fox.png")]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain("a red fox, (snow:1.2)");
    for (const word of ["Blueprint", "Palette", "midjourney", "sdxl", "flux", "--target all", "20 steps"])
      expect(out).toContain(word);
    expect(out).not.toContain("\u001b");
  });

  it("answers JSON of the promised shape", async () => {
    const { out } = await imprompt([at("fox.png"), "--json", "--target", "all"]);
    const document = JSON.parse(out);
    expect(document.file).toBe(at("fox.png"));
    expect(document.image).toEqual({ width: 96, height: 64, format: "png" });
    expect(document.recovered).toMatchObject({
      prompt: "a red fox, (snow:1.2)",
      negative: "blurry",
      parameters: { seed: "42", steps: 20 },
    });
    expect(document.blueprint.terms.map((term: { text: string }) => term.text)).toContain("a red fox");
    expect(document.prompts.map((prompt: { target: string }) => prompt.target)).toEqual(TARGET_IDS);
    for (const prompt of document.prompts) {
      expect(Object.keys(prompt).sort()).toEqual([
        "budget",
        "negative",
        "parameters",
        "spans",
        "target",
        "text",
        "warnings",
      ]);
    }
    expect(document.warnings).toEqual(expect.any(Array));
  });

  it("takes standard input and data: URLs", async () => {
    const bytes = readFileSync(at("fox.png"));
    const fromStdin = await imprompt(["-", "--json"], bytes);
    const fromUrl = await imprompt([`data:image/png;base64,${bytes.toString("base64")}`, "--json"]);
    expect(JSON.parse(fromStdin.out).recovered.prompt).toBe("a red fox, (snow:1.2)");
    expect(JSON.parse(fromUrl.out).blueprint).toEqual(JSON.parse(fromStdin.out).blueprint);
  });

  it("lets the user's words outrank, drop and replace", async () => {
    const { out } = await imprompt([
      at("fox.png"),
      "--json",
      "--subject",
      "two crows",
      "--set",
      "lighting=moonlight",
      "--drop",
      "palette",
      "-t",
      "flux",
    ]);
    const { blueprint, prompts } = JSON.parse(out);
    const facets = (facet: string): string[] =>
      blueprint.terms
        .filter(
          (term: { facet: string; polarity: string }) => term.facet === facet && term.polarity === "include",
        )
        .map((term: { text: string }) => term.text);
    expect(facets("subject")).toEqual(["two crows"]);
    expect(facets("lighting")).toEqual(["moonlight"]);
    expect(facets("palette")).toEqual([]);
    expect(prompts[0].text).toMatch(/two crows/iu);
    expect(prompts[0].text).not.toContain("fox");
  });

  it("--style-only leaves out what is shown", async () => {
    const { out } = await imprompt([at("fox.png"), "--json", "--style-only"]);
    const facets = JSON.parse(out).blueprint.terms.map((term: { facet: string }) => term.facet);
    for (const facet of ["subject", "action", "setting"]) expect(facets).not.toContain(facet);
  });

  it("prints JSON Lines for several, goes on after a failure, and tells it in a sentence", async () => {
    const { status, out, err } = await imprompt([at("plain.png"), at("empty.jpg"), at("fox.png"), "--json"]);
    expect(status).toBe(1);
    expect(
      out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).file),
    ).toEqual([at("plain.png"), at("fox.png")]);
    expect(err).toMatch(/empty\.jpg: .*0 bytes/u);
  });

  it.each(["empty.jpg", "lying.jpg", "cut.png", "missing.png", ""])(
    "fails on %s with one sentence and status 3",
    async (name) => {
      const { status, out, err } = await imprompt([at(name)]);
      expect(status).toBe(3);
      expect(out).toBe("");
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toMatch(/^imprompt: .+\.\n$/u);
      expect(err).not.toMatch(/\bat .*:\d+:\d+/u);
    },
  );

  it("writes --out at once, and refuses to write over a picture", async () => {
    const { status, out } = await imprompt([at("fox.png"), "--out", at("fox.json")]);
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(JSON.parse(readFileSync(at("fox.json"), "utf8")).recovered.tool).toBeTypeOf("string");
    const before = readFileSync(at("plain.png"));
    const refused = await imprompt([at("fox.png"), "--json", "--out", at("plain.png")]);
    expect(refused.status).toBe(2);
    expect(readFileSync(at("plain.png"))).toEqual(before);
  });
});

describe("imprompt read", () => {
  it("prints only what the file carries", async () => {
    const { out } = await imprompt(["read", at("fox.png")]);
    expect(out).toContain("a red fox, (snow:1.2)");
    expect(out).not.toContain("Palette");
    const json = JSON.parse((await imprompt(["read", at("fox.png"), "--json"])).out);
    expect(json.recovered.raw).toBeTypeOf("object");
    expect(JSON.parse((await imprompt(["read", at("plain.png"), "--json"])).out).recovered).toBeNull();
  });
});

describe("imprompt targets", () => {
  it("lists every target, and one in full with sources", async () => {
    const { out } = await imprompt(["targets"]);
    for (const id of TARGET_IDS) expect(out).toContain(id);
    expect((await imprompt(["targets", "midjourney@7"])).out).toContain("--oref");
    const listed = JSON.parse((await imprompt(["targets", "--json"])).out);
    expect(listed.map((one: { target: string }) => one.target)).toEqual(TARGET_IDS);
  });
});

describe("wrong usage", () => {
  it.each([
    [[]],
    [["--nonsense", "x.png"]],
    [["x.png", "--target", "dall-e-9"]],
    [["x.png", "--target", "flux@99"]],
    [["x.png", "--min-confidence", "2"]],
    [["x.png", "--set", "light"]],
    [["targets", "nobody"]],
  ])("%j ends with status 2 and says what to do", async (args) => {
    const { status, out, err } = await imprompt(args);
    expect(status).toBe(2);
    expect(out).toBe("");
    expect(err).not.toBe("");
  });

  it("--help and --version end well", async () => {
    expect(await imprompt(["--help"])).toMatchObject({ status: 0, err: "" });
    expect((await imprompt(["--version"])).out).toBe("0.1.0\n");
  });
});
