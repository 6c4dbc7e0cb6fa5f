import { expect, test } from "vitest";
import { KNOWN_MODELS } from "./manifest.js";
import { checkName, findKnown, folderOf } from "./names.js";

test("every model has one folder, sources of its own kind, and digests that could be some", () => {
  expect(new Set(KNOWN_MODELS.map(({ name }) => folderOf(name).toLowerCase())).size).toBe(
    KNOWN_MODELS.length,
  );
  for (const { name, kind, sources, bytes } of KNOWN_MODELS) {
    expect(checkName(name)).toBe(name);
    expect(bytes).toBeGreaterThan(1e8);
    expect(sources.length).toBeGreaterThan(0);
    for (const { repository, layout, sha256 } of sources) {
      expect(layout.kind, name).toBe(kind);
      expect(repository).toMatch(/^[\w.-]+\/[\w.-]+$/u);
      if (sha256 !== undefined) expect(sha256).toMatch(/^[0-9a-f]{64}$/u);
    }
  }
});

test("every spelling leads to one model", () => {
  for (const model of KNOWN_MODELS) {
    for (const spelling of [model.name, ...model.aliases, model.name.toUpperCase()]) {
      expect(findKnown(KNOWN_MODELS, spelling)?.name, spelling).toBe(model.name);
    }
    for (const { repository } of model.sources) expect(findKnown(KNOWN_MODELS, repository)).toBe(model);
  }
  expect(findKnown(KNOWN_MODELS, "vit l 14")?.name).toBe("ViT-L-14/openai");
  expect(findKnown(KNOWN_MODELS, "///")).toBeUndefined();
});

test("each generation of Stable Diffusion has one CLIP", () => {
  const suited = KNOWN_MODELS.flatMap(({ suits, kind }) =>
    suits.map((generation) => `${kind} ${generation}`),
  );
  expect(suited.sort()).toEqual(["clip sd15", "clip sd2", "clip sdxl"]);
});
