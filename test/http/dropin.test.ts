import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PICTURE } from "../../src/http/schemas/example.js";
import { addPngTexts } from "../../src/metadata/write.js";
import type { ApiServer } from "./api-server.js";
import { PICTURE_BYTES, startApi } from "./api-server.js";

let api: ApiServer;
/** The example's pixels without its prompt. */
let bare: Uint8Array;
beforeAll(async () => {
  api = await startApi();
  bare = await sharp(PICTURE_BYTES).png().toBuffer();
});
afterAll(async () => {
  await api.close();
  expect(api.defects).toEqual([]);
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

async function ask(path: string, body: unknown, status = 200): Promise<{ readonly [key: string]: unknown }> {
  const answer = await api.post(path, body);
  const value = (await answer.json()) as { readonly [key: string]: unknown };
  expect(answer.status, JSON.stringify(value)).toBe(status);
  if (status !== 200) expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return value;
}

describe("AUTOMATIC1111's POST /sdapi/v1/interrogate", () => {
  const path = "/sdapi/v1/interrogate";

  it("answers the file's own prompt to the letter", async () => {
    const answer = await ask(path, { image: `data:image/png;base64,${PICTURE}`, model: "clip" });
    expect(answer["caption"]).toBe("a harbour at dusk, (low sun:1.2), calm water");
  });

  it("answers a prompt of what is seen, and says what made it", async () => {
    const answer = await ask(path, { image: base64(bare), model: "clip" });
    const { prompts } = (await (
      await api.post("/api/v1/describe", { image: base64(bare), targets: ["sd15"] })
    ).json()) as { prompts: { text: string }[] };
    expect(answer["caption"]).toBe(prompts[0]?.text);
    expect(answer["caption"]).not.toBe("");
    expect(answer["engine"]).toBe("imprompt/embedded");
    expect(answer["warnings"]).toMatchObject([{ code: "option-ignored" }]);
  });

  it("answers tags as the web UI writes them", async () => {
    const texts = [
      { key: "parameters", text: "long_hair, hatsune \\(singer\\), a city\nSteps: 20, Size: 64x64" },
    ];
    const { caption } = await ask(path, { image: base64(addPngTexts(bare, texts)), model: "deepdanbooru" });
    const tags = String(caption).split(", ");
    expect(tags).toEqual(expect.arrayContaining(["long hair", "hatsune \\(singer\\)", "a city"]));
    expect(String(caption)).not.toContain("_");
    const bareTags = tags.map((tag) => tag.replaceAll("\\", ""));
    expect(bareTags).toEqual([...bareTags].sort());
  });

  it("takes clip where no model is named, and white space in base64", async () => {
    const image = PICTURE.replace(/.{60}/gu, "$&\n");
    expect((await ask(path, { image }))["caption"]).toContain("a harbour at dusk");
  });

  it("ignores fields that it does not know, as the web UI does", async () => {
    await ask(path, { image: PICTURE, model: "clip", save: true });
  });

  it.each<[string, unknown, string]>([
    ["an unknown model", { image: PICTURE, model: "blip" }, "invalid-option"],
    ["no picture", { model: "clip" }, "invalid-option"],
    ["an empty picture", { image: "" }, "input-empty"],
    ["words for base64", { image: "what is this, please?" }, "invalid-option"],
  ])("refuses %s with 422 and no caption", async (_, body, code) => {
    const problem = await ask(path, body, 422);
    expect(problem).toMatchObject({ code });
    expect(problem).not.toHaveProperty("caption");
  });
});

describe("AUTOMATIC1111's POST /sdapi/v1/png-info", () => {
  const path = "/sdapi/v1/png-info";

  it("answers the generation text, and takes it apart", async () => {
    const texts = [{ key: "Title", text: "Dusk" }];
    const { info, items, parameters, warnings } = await ask(path, {
      image: base64(addPngTexts(PICTURE_BYTES, texts)),
    });
    expect(info).toBe(
      "a harbour at dusk, (low sun:1.2), calm water\nNegative prompt: people, text\nSteps: 24, Sampler: Euler a, CFG scale: 6, Seed: 7, Size: 768x512, Model: example",
    );
    expect(items).toEqual({ Title: "Dusk" });
    expect(parameters).toEqual({
      Prompt: "a harbour at dusk, (low sun:1.2), calm water",
      "Negative prompt": "people, text",
      Steps: "24",
      Sampler: "Euler a",
      "CFG scale": "6",
      Seed: "7",
      "Size-1": "768",
      "Size-2": "512",
      Model: "example",
    });
    expect(warnings).toEqual([]);
  });

  it("puts a generation text together of what another tool says, and tells so", async () => {
    const comment = JSON.stringify({
      prompt: "1girl, rain",
      uc: "lowres",
      steps: 28,
      sampler: "k_euler",
      seed: 5,
      scale: 5.5,
      width: 832,
      height: 1216,
    });
    const texts = [
      { key: "Software", text: "NovelAI" },
      { key: "Description", text: "1girl, rain" },
      { key: "Comment", text: comment },
    ];
    const { info, items, warnings } = await ask(path, { image: base64(addPngTexts(bare, texts)) });
    const [prompt, negative, settings] = String(info).split("\n");
    expect([prompt, negative]).toEqual(["1girl, rain", "Negative prompt: lowres"]);
    expect(settings).toMatch(/^Steps: 28, .*CFG scale: 5\.5, Seed: 5, Size: 832x1216/u);
    expect(items).toMatchObject({ Software: "NovelAI" });
    expect(JSON.parse((items as { Comment: string }).Comment)).toEqual(JSON.parse(comment));
    expect(warnings).toMatchObject([{ code: "syntax-approximated", where: "info" }]);
  });

  it("answers an empty text for a file without one", async () => {
    expect(await ask(path, { image: base64(bare) })).toMatchObject({ info: "", items: {} });
  });

  it("refuses what is no picture", async () => {
    expect(await ask(path, { image: base64(new TextEncoder().encode("a fox")) }, 415)).toMatchObject({
      code: "input-unsupported",
    });
  });
});

describe("clip-interrogator-ext's routes", () => {
  const path = "/interrogator/prompt";

  it("GET /interrogator/models answers names that it then takes", async () => {
    const names = (await (await fetch(`${api.url}/interrogator/models`)).json()) as string[];
    expect(names).toContain("ViT-L-14/openai");
    for (const name of names) await ask("/interrogator/analyze", { image: PICTURE, clip_model_name: name });
  });

  it("answers the file's own prompt, and for negative its own negative prompt", async () => {
    const best = await ask(path, { image: PICTURE, clip_model_name: "ViT-L-14/openai", mode: "best" });
    expect(best["prompt"]).toBe("a harbour at dusk, (low sun:1.2), calm water");
    const negative = await ask(path, {
      image: PICTURE,
      clip_model_name: "ViT-L-14/openai",
      mode: "negative",
    });
    expect(negative["prompt"]).toBe("people, text");
  });

  it("has modes that differ where there is much to say", async () => {
    const phrases = [
      "a fox",
      "soft light",
      "muted colors",
      "bokeh",
      "wide shot",
      "film grain",
      "by Claude Monet",
      "oil painting",
      "art nouveau style",
      "misty",
    ];
    const comment = JSON.stringify({ prompt: phrases.join(", "), uc: "", steps: 28 });
    const texts = [
      { key: "Software", text: "NovelAI" },
      { key: "Description", text: phrases.join(", ") },
      { key: "Comment", text: comment },
    ];
    const image = base64(addPngTexts(bare, texts));
    const said: { [mode: string]: string } = {};
    for (const mode of ["best", "fast", "classic", "negative"]) {
      said[mode] = String((await ask(path, { image, mode }))["prompt"]);
    }
    expect(said["classic"]).toContain("a fox");
    expect(said["fast"]?.split(", ").length).toBeGreaterThan(said["classic"]?.split(", ").length ?? 0);
    expect(said["best"]).toContain("a fox");
    expect(said["negative"]).toContain("low quality");
    expect(said["negative"]).not.toContain("a fox");
  });

  it("analyzes into the five tables, five labels each at most, surest first", async () => {
    const text =
      "a fox, oil painting, by Claude Monet, art nouveau style, soft light, muted colors, bokeh, wide shot, film grain, misty\nSteps: 20";
    const image = base64(addPngTexts(bare, [{ key: "parameters", text }]));
    const { engine, warnings, ...tables } = await ask("/interrogator/analyze", {
      image,
      clip_model_name: "RN50/openai",
    });
    expect(engine).toBe("imprompt/embedded");
    expect(warnings).toMatchObject([{ message: expect.stringContaining("RN50/openai") }]);
    expect(Object.keys(tables)).toEqual(["medium", "artist", "movement", "trending", "flavor"]);
    expect(Object.keys(tables["artist"] as object)).toEqual(["by Claude Monet"]);
    expect(Object.keys(tables["medium"] as object)).toContain("oil painting");
    const scores = Object.values(tables["flavor"] as { [label: string]: number });
    expect(scores).toHaveLength(5);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
  });

  it("does not warn of a model that is its own", async () => {
    const answer = await ask(path, { image: PICTURE, clip_model_name: "imprompt/embedded" });
    expect(answer["warnings"]).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["an unknown mode", { image: PICTURE, mode: "slow" }],
    ["a name of no model", { image: PICTURE, clip_model_name: "ViT-L-14" }],
    ["a path for a model", { image: PICTURE, clip_model_name: "../../etc/passwd" }],
    ["no picture", { mode: "fast" }],
  ])("refuses %s with 422 and no prompt", async (_, body) => {
    const problem = await ask(path, body, 422);
    expect(problem).toMatchObject({ code: "invalid-option" });
    expect(problem).not.toHaveProperty("prompt");
  });

  it("answers a damaged picture with an HTTP error, never with a prompt", async () => {
    const image = base64(PICTURE_BYTES.subarray(0, 320));
    expect(await ask(path, { image }, 422)).toMatchObject({ code: "input-corrupt" });
  });
});
