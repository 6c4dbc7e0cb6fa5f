import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hubCacheFolder, openNodeModelStore } from "./model-store.js";
import { modelsFolder } from "./models-folder.js";

test("models are where IMPROMPT_MODELS says, else where the system keeps a program's data", () => {
  expect(modelsFolder({ IMPROMPT_MODELS: join(tmpdir(), "weights") })).toBe(join(tmpdir(), "weights"));
  expect(modelsFolder({ IMPROMPT_MODELS: "here" })).toBe(join(process.cwd(), "here"));
  expect(modelsFolder({ IMPROMPT_MODELS: " " })).toMatch(/imprompt.*models$/u);
});

test("the cache of Hugging Face is found as its own programs find it", () => {
  expect(hubCacheFolder({ HF_HUB_CACHE: "/a", HF_HOME: "/b", XDG_CACHE_HOME: "/c" })).toBe("/a");
  expect(hubCacheFolder({ HF_HOME: "/b", XDG_CACHE_HOME: "/c" })).toBe(join("/b", "hub"));
  expect(hubCacheFolder({ XDG_CACHE_HOME: "/c" })).toBe(join("/c", "huggingface", "hub"));
  expect(hubCacheFolder({})).toMatch(/huggingface.hub$/u);
});

test("a mirror that is no address is refused by its name when it is needed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "imprompt-store-"));
  try {
    const wrong = openNodeModelStore({ IMPROMPT_MODELS: folder, HF_ENDPOINT: "hf-mirror" });
    expect(wrong.folder).toBe(folder);
    expect(await wrong.locate("blip-base")).toBeUndefined();
    await expect(wrong.pull("blip-base")).rejects.toThrow("HF_ENDPOINT is not an address");
    const other = openNodeModelStore({ IMPROMPT_MODELS: folder }, "ftp://mirror.example");
    await expect(other.pull("blip-base")).rejects.toThrow("--mirror is not an address");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
