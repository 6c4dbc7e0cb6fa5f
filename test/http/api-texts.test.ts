import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  BlendAnswer,
  CompileAnswer,
  EditAnswer,
  FillAnswer,
  LintAnswer,
  NegativeAnswer,
  ParseAnswer,
  StyleAnswer,
  VaryAnswer,
} from "../../src/app/exchange.js";
import type { Translation } from "../../src/app/translate.js";
import { FACETS, TARGET_IDS } from "../../src/core.js";
import { HARBOUR, LIGHTHOUSE, PROMPT } from "../../src/http/schemas/example.js";
import { imprompt } from "../support/imprompt.js";
import type { ApiServer } from "./api-server.js";
import { startApi } from "./api-server.js";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
  expect(api.defects).toEqual([]);
});

async function ask<T>(route: string, body: unknown): Promise<T> {
  const answer = await api.post(`/api/v1/${route}`, body);
  const value: unknown = await answer.json();
  expect(answer.status, JSON.stringify(value).slice(0, 400)).toBe(200);
  return value as T;
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly where?: string;
  readonly detail: string;
}

async function refusal(route: string, body: unknown): Promise<Problem> {
  const answer = await api.post(`/api/v1/${route}`, body);
  const problem = (await answer.json()) as Problem;
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(problem.status).toBe(answer.status);
  return problem;
}

async function cli(...args: readonly string[]): Promise<unknown> {
  const { out, err } = await imprompt([...args, "--json"]);
  expect(err).toBe("");
  return JSON.parse(out);
}

describe("the same answers as the command line", () => {
  it("translate", async () => {
    const expected = await cli(
      "translate",
      PROMPT,
      "--to",
      "flux,compel",
      "--grammar",
      "comfyui",
      "--negative",
      "blurry",
    );
    const body = { text: PROMPT, to: ["flux", "compel"], grammar: "comfyui", negative: "blurry" };
    expect(await ask<Translation>("translate", body)).toEqual(expected);
  });

  it("lint", async () => {
    const expected = await cli("lint", PROMPT, "--target", "midjourney");
    expect(await ask<LintAnswer>("lint", { text: PROMPT, target: "midjourney" })).toEqual(expected);
  });

  it("targets", async () => {
    expect(await ask("targets", { names: ["flux", "sdxl"] })).toEqual(await cli("targets", "flux", "sdxl"));
    expect(await (await fetch(`${api.url}/api/v1/targets`)).json()).toEqual(await cli("targets"));
  });

  it("blend", async () => {
    const expected = await cli(
      "blend",
      "a red fox, soft light",
      "an old castle, harsh light",
      "--take",
      "lighting=B",
      "-t",
      "sdxl",
    );
    const sources = [{ text: "a red fox, soft light" }, { text: "an old castle, harsh light" }];
    expect(await ask<BlendAnswer>("blend", { sources, take: { lighting: 1 }, targets: ["sdxl"] })).toEqual(
      expected,
    );
  });

  it("vary", async () => {
    const { file: _, ...expected } = (await cli(
      "vary",
      PROMPT,
      "-n",
      "3",
      "--seed",
      "9",
      "-t",
      "flux",
    )) as VaryAnswer & { file: string };
    expect(await ask<VaryAnswer>("vary", { text: PROMPT, count: 3, seed: 9, targets: ["flux"] })).toEqual(
      expected,
    );
  });

  it("negative", async () => {
    const { file: _, ...expected } = (await cli(
      "negative",
      PROMPT,
      "--for",
      "anatomy",
      "-t",
      "sdxl",
    )) as NegativeAnswer & { file: string };
    expect(
      await ask<NegativeAnswer>("negative", { text: PROMPT, for: ["anatomy"], targets: ["sdxl"] }),
    ).toEqual(expected);
  });
});

describe("what the routes do with their options", () => {
  it("compile: targets spread out, settings and confidence count", async () => {
    const all = await ask<CompileAnswer>("compile", { blueprint: HARBOUR, targets: ["all"] });
    expect(all.prompts.map(({ target }) => target)).toEqual(TARGET_IDS);
    const body = {
      blueprint: HARBOUR,
      targets: ["midjourney"],
      parameters: { stylize: 250 },
      minConfidence: 0.9,
    };
    const { prompts } = await ask<CompileAnswer>("compile", body);
    expect(prompts[0]?.text).toMatch(/--s 250/u);
    expect(prompts[0]?.text).not.toContain("calm water");
    const usual = await ask<CompileAnswer>("compile", { blueprint: HARBOUR });
    expect(usual.prompts.map(({ target }) => target)).toEqual(["midjourney", "sdxl", "flux"]);
  });

  it("parse: detection, places, and captions whole or in parts", async () => {
    const text = "cinematic still of a woman in an old city, (rain:1.3) <lora:film:0.6>";
    const parted = await ask<ParseAnswer>("parse", { text });
    expect(parted.detected[0]?.grammar).toBe(parted.grammar);
    expect(parted.loras).toMatchObject([{ name: "film", weight: 0.6 }]);
    for (const [id, { start, end }] of Object.entries(parted.places.terms)) {
      expect(text.slice(start, end)).toContain(parted.blueprint.terms.find((term) => term.id === id)?.text);
    }
    const whole = await ask<ParseAnswer>("parse", { text, divide: false, negative: "fog" });
    expect(whole.blueprint.terms.length).toBeLessThan(parted.blueprint.terms.length + 1);
    expect(whole.blueprint.terms.find(({ text: said }) => said === "fog")?.polarity).toBe("exclude");
  });

  it("translate: a blueprint, in the order asked for, each name once", async () => {
    const { from, prompts } = await ask<Translation>("translate", {
      blueprint: HARBOUR,
      to: ["sdxl", "grammar:compel", "sdxl"],
    });
    expect(from).toBe("blueprint");
    expect(prompts.map(({ target }) => target)).toEqual(["sdxl", "grammar:compel"]);
  });

  it("blend: weights are louder, and a mode that contradicts take is refused", async () => {
    const sources = [{ blueprint: HARBOUR, weight: 4 }, { blueprint: LIGHTHOUSE }];
    const { blueprint } = await ask<BlendAnswer>("blend", { sources, mode: "weight", targets: ["flux"] });
    expect(blueprint.terms.find(({ text }) => text === "fishing boats")?.weight).toBeGreaterThan(1);
    expect(await refusal("blend", { sources, mode: "weight", take: { subject: 1 } })).toMatchObject({
      status: 422,
      where: "take",
    });
    expect(await refusal("blend", { sources: [{ blueprint: HARBOUR }, {}] })).toMatchObject({
      status: 422,
      where: "sources[1]",
    });
    expect(await refusal("blend", { sources, take: { subject: 3 } })).toMatchObject({
      status: 422,
      code: "invalid-option",
    });
  });

  it("vary: what is kept stays, and nothing to vary is told", async () => {
    const { variations } = await ask<VaryAnswer>("vary", {
      blueprint: HARBOUR,
      keep: ["lighting"],
      axes: ["light", "style"],
      targets: ["flux"],
    });
    for (const { blueprint } of variations) {
      expect(blueprint.terms.map(({ text }) => text)).toContain("low warm sun");
    }
    const kept = await refusal("vary", { blueprint: HARBOUR, axes: ["light"], keep: [...FACETS] });
    expect(kept).toMatchObject({ status: 422, code: "invalid-option" });
  });

  it("style: slots are open, figures are spread, too few references are refused", async () => {
    const references = [
      { name: "a", blueprint: HARBOUR, measurements: { light: { key: 0.2 } } },
      { name: "b", blueprint: LIGHTHOUSE, measurements: { light: { key: 0.4 } } },
    ];
    const { consensus, recipe } = await ask<StyleAnswer>("style", {
      references,
      slots: [{ name: "hero", facet: "subject", default: "a cat" }],
      name: "dusk",
    });
    expect(consensus.measurements["light.key"]).toMatchObject({ min: 0.2, max: 0.4 });
    expect(recipe).toMatchObject({
      name: "dusk",
      slots: [{ name: "hero", facet: "subject", default: "a cat", required: false }],
    });
    const { filled } = await ask<FillAnswer>("fill", { recipe, targets: ["flux"] });
    expect(filled[0]?.prompts[0]?.text).toContain("a cat");
    expect(await refusal("style", { references, slots: [{ name: "hero" }] })).toMatchObject({
      status: 422,
      where: "slots",
    });
  });

  it("fill: a value outranks its row's, and an unknown slot is warned of", async () => {
    const { recipe } = await ask<StyleAnswer>("style", {
      references: [
        { name: "a", blueprint: HARBOUR },
        { name: "b", blueprint: LIGHTHOUSE },
      ],
    });
    const rows = [{ subject: "a fox" }, { subject: "a dog", mood: "calm" }];
    const { filled } = await ask<FillAnswer>("fill", { recipe, rows, targets: ["flux"] });
    expect(filled.map(({ prompts }) => /fox|dog/u.exec(prompts[0]?.text ?? "")?.[0])).toEqual(["fox", "dog"]);
    expect(filled[1]?.warnings).toMatchObject([{ code: "option-ignored" }]);
    const own = await ask<FillAnswer>("fill", {
      recipe,
      rows,
      values: { subject: "a cat" },
      targets: ["flux"],
    });
    expect(own.filled.every(({ prompts }) => prompts[0]?.text.includes("cat"))).toBe(true);
  });

  it("edit: the inverse takes all back", async () => {
    const edits = [
      { kind: "weigh", id: "lighting/low-warm-sun", weight: 1.4 },
      {
        kind: "batch",
        label: "calmer",
        edits: [
          { kind: "remove", id: "atmosphere/calm-water" },
          { kind: "frame", frame: { width: 640, height: 640 } },
        ],
      },
    ];
    const { blueprint, inverse, words } = await ask<EditAnswer>("edit", { blueprint: HARBOUR, edits });
    expect(words).toHaveLength(2);
    expect(words[1]).toMatch(/^calmer: drop "calm water"/u);
    const back = await ask<EditAnswer>("edit", { blueprint, edits: [inverse] });
    expect(back.blueprint).toEqual(HARBOUR);
  });
});
