import { describe, expect, it } from "vitest";
import type { LocatedModel, ModelKind } from "../../models/store/located.js";
import type { EngineOptions } from "../types.js";
import { chooseModels, pullHint } from "./choose-model.js";

function here(name: string, kind: ModelKind): LocatedModel {
  return { name, kind, folder: `/models/${name}`, weights: "model.safetensors", fingerprint: name };
}

const L = here("ViT-L-14/openai", "clip");
const H = here("ViT-H-14/laion2b_s32b_b79k", "clip");
const G = here("ViT-bigG-14/laion2b_s39b_b160k", "clip");
const B = here("ViT-B-32/openai", "clip");
const OWN = here("mine", "clip");
const BLIP = here("blip-base", "blip");
const BLIP_LARGE = here("blip-large", "blip");
const FLORENCE = here("florence-2-base", "florence");

const clipFor = (present: readonly LocatedModel[], options: EngineOptions): string | undefined =>
  chooseModels(present, options).clip?.name;
const captionerFor = (present: readonly LocatedModel[], options: EngineOptions): string | undefined =>
  chooseModels(present, options).captioner?.name;

describe("the CLIP of a question", () => {
  it.each([
    [["sd15"], L.name],
    [["sd2"], H.name],
    [["SDXL@1.0"], G.name],
    [["flux", "sd15", "sdxl"], L.name],
    [["flux"], G.name],
    [undefined, G.name],
  ])("for targets %j is %s where all are here", (targets, name) => {
    expect(clipFor([L, H, G, B], targets === undefined ? {} : { targets })).toBe(name);
  });

  it("is the more accurate one where that of the target is not here, and says so", () => {
    const { clip, warnings, missing } = chooseModels([B, L], { targets: ["sdxl", "sd15@1.5", "flux"] });
    expect(clip).toBe(L);
    expect(missing).toEqual([]);
    expect(warnings).toMatchObject([{ code: "model-mismatch", where: "sdxl" }]);
    expect(chooseModels([B, H], { targets: ["sdxl"] })).toMatchObject({
      clip: H,
      warnings: [{ where: "sdxl" }],
    });
  });

  it("is a model of the user's own before those that are known", () =>
    expect(clipFor([G, OWN], { targets: ["flux"] })).toBe("mine"));

  it.each(["ViT-L-14/openai", "vit-l/14", "sd15"])("is the one that is named, as %s", (model) => {
    const chosen = chooseModels([G, L], { model, targets: ["sdxl"] });
    expect(chosen.clip).toBe(L);
    expect(chosen.warnings).toMatchObject([{ code: "model-mismatch" }]);
  });

  it("is missing, with the one that suits the target or a first one named", () => {
    const names = (options: EngineOptions): readonly string[] =>
      chooseModels([BLIP], options).missing.map(({ name }) => name);
    expect(names({})).toEqual([L.name]);
    expect(names({ targets: ["sdxl"] })).toEqual([G.name]);
    expect(names({ model: "ViT-H/14" })).toEqual([H.name]);
    expect(names({ captioner: "blip-large" })).toEqual([L.name, "blip-large"]);
  });

  it.each([
    [{ model: "nobody" }, "model-unknown"],
    [{ model: "blip-base" }, "invalid-option"],
    [{ captioner: "ViT-L-14/openai" }, "invalid-option"],
    [{ captioner: "nobody" }, "model-unknown"],
  ])("is refused for %j", (options, code) => {
    expect(() => chooseModels([L, BLIP], options)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe("the captioner of a question", () => {
  it("is BLIP large, then BLIP base, then Florence", () => {
    expect(captionerFor([L, FLORENCE, BLIP, BLIP_LARGE], {})).toBe("blip-large");
    expect(captionerFor([L, FLORENCE, BLIP], {})).toBe("blip-base");
    expect(captionerFor([L, FLORENCE], {})).toBe("florence-2-base");
    expect(captionerFor([L], {})).toBeUndefined();
  });
  it("is the one that is named", () =>
    expect(captionerFor([L, FLORENCE, BLIP_LARGE], { captioner: "Florence-2-base" })).toBe(
      "florence-2-base",
    ));
  it("is not asked where the caption is given", () =>
    expect(captionerFor([L, BLIP], { caption: "a door" })).toBeUndefined());
});

describe("a caption alone", () => {
  it("needs no CLIP, but a captioner or a caption", () => {
    expect(chooseModels([BLIP], { mode: "caption" })).toMatchObject({ captioner: BLIP, missing: [] });
    expect(chooseModels([], { mode: "caption", caption: "a door" }).missing).toEqual([]);
    expect(chooseModels([L], { mode: "caption" }).missing).toMatchObject([{ name: "blip-large" }]);
  });
});

describe("pullHint", () => {
  it("names all that is wanted with its size, each once", () => {
    const hint = (options: EngineOptions, present: readonly LocatedModel[] = []): string =>
      pullHint(chooseModels(present, options), options);
    expect(hint({})).toBe("Get them with imprompt models pull ViT-L-14/openai blip-large (3.6 GB, once)");
    expect(hint({}, [BLIP])).toBe("Get them with imprompt models pull ViT-L-14/openai (1.7 GB, once)");
    expect(hint({ caption: "a door", model: "ViT-H/14" })).toMatch(
      /pull ViT-H-14\/laion2b_s32b_b79k \(3\.9 GB/u,
    );
    expect(hint({ mode: "caption" })).toMatch(/pull blip-large \(1\.9 GB/u);
  });
});
