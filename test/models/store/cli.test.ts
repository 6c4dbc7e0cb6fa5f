import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addModelCommands } from "../../../src/cli/models-commands.js";
import type { Hub } from "./hub.fixture.js";
import { send, startHub } from "./hub.fixture.js";
import { removeTemporaryFolders, temporaryFolder, WEIGHTS } from "./models.fixture.js";

const REPOSITORY = "timm/vit_base_patch32_clip_224.openai";
const TOKEN = "hf_secret0123456789";

let hub: Hub;
let folder: string;
let out = "";
let err = "";

beforeEach(async () => {
  hub = await startHub({
    [`${REPOSITORY}/open_clip_model.safetensors`]: WEIGHTS,
    [`${REPOSITORY}/open_clip_config.json`]: Buffer.from("{}"),
    [`${REPOSITORY}/vocab.json`]: Buffer.from("{}"),
    [`${REPOSITORY}/merges.txt`]: Buffer.from("#version: 0.2\n"),
  });
  folder = temporaryFolder();
  vi.stubEnv("IMPROMPT_MODELS", folder);
  vi.stubEnv("HF_ENDPOINT", hub.url);
  vi.stubEnv("HF_TOKEN", TOKEN);
  vi.spyOn(process.stdout, "write").mockImplementation((text) => (out += String(text)) !== "");
  vi.spyOn(process.stderr, "write").mockImplementation((text) => (err += String(text)) !== "");
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await hub.close();
  await removeTemporaryFolders();
});

async function models(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  out = "";
  err = "";
  let status = -1;
  const program = new Command().exitOverride();
  addModelCommands(program, (value) => {
    status = value;
  });
  await program.parseAsync(["models", ...args], { from: "user" });
  return { status, out, err };
}

test("list, pull, where, verify and remove, as a person and as a program", async () => {
  const before = await models("list");
  expect(before.out).toMatch(/ViT-B-32\/openai +about 606\.5 MB {2}not here/u);
  const pulled = await models("pull", "vit-b/32");
  expect(pulled).toMatchObject({ status: 0, out: "ViT-B-32/openai is here: 241 kB.\n", err: "" });
  expect((await models("pull", "vit-b/32")).out).toBe("ViT-B-32/openai was here already.\n");
  expect((await models("list")).out).toMatch(/ViT-B-32\/openai +\S+ kB {2}here/u);
  const listed = JSON.parse((await models("list", "--json")).out);
  expect(listed.models.filter(({ state }: { state: string }) => state === "present")).toMatchObject([
    { name: "ViT-B-32/openai", repository: REPOSITORY, folder: join(folder, "ViT-B-32--openai"), suits: [] },
  ]);
  expect((await models("where")).out).toBe(`${folder}\n`);
  expect((await models("where", "ViT-B-32/openai")).out).toBe(`${join(folder, "ViT-B-32--openai")}\n`);
  expect((await models("verify")).out).toContain("ViT-B-32/openai is whole");
  await writeFile(join(folder, "ViT-B-32--openai/open_clip_model.safetensors"), Buffer.alloc(WEIGHTS.length));
  const damaged = await models("verify", "ViT-B-32/openai");
  expect(damaged.status).toBe(3);
  expect(damaged.out).toContain("open_clip_model.safetensors has another content");
  expect(JSON.parse((await models("verify", "--json")).out)[0].faults).toHaveLength(1);
  expect((await models("remove", "ViT-B-32/openai")).out).toBe("ViT-B-32/openai is removed.\n");
  const gone = await models("where", "ViT-B-32/openai");
  expect(gone).toMatchObject({ status: 3, out: "" });
  expect(gone.err).toContain("Get it with imprompt models pull ViT-B-32/openai.");
  expect((await models("verify")).out).toBe("No model is here yet.\n");
});

test("of several models the others are pulled when one fails; the token is never told", async () => {
  const result = await models("pull", "blip-base", "vit-b/32", "--json");
  expect(result.status).toBe(1);
  expect(JSON.parse(result.out).map((pulled: { model: { name: string } }) => pulled.model.name)).toEqual([
    "ViT-B-32/openai",
  ]);
  expect(result.err).toContain("does not have this file (HTTP 404)");
  expect(result.out + result.err).not.toContain(TOKEN);
  expect(hub.asked.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test("a mirror goes before HF_ENDPOINT; what is no address is refused", async () => {
  vi.stubEnv("HF_ENDPOINT", "http://127.0.0.1:9");
  expect((await models("pull", "vit-b/32", "--mirror", hub.url)).status).toBe(0);
  await expect(models("pull", "blip-base", "--mirror", "mirror.example")).rejects.toMatchObject({
    code: "invalid-option",
  });
});

test("an unknown name stops a pull before anything is asked for", async () => {
  await expect(models("pull", "vit-b/32", "no-such")).rejects.toMatchObject({ code: "model-unknown" });
  expect(hub.asked).toEqual([]);
});

async function untilOfSize(path: string, bytes: number): Promise<void> {
  while ((await stat(path).catch(() => undefined))?.size !== bytes) await new Promise(setImmediate);
}

test("Ctrl+C stops a pull and keeps what has come", async () => {
  const part = join(folder, ".partial/ViT-B-32--openai/parts/open_clip_model.safetensors.part");
  hub.onLarge = (_request, response, content) => {
    response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, 100_000));
    void untilOfSize(part, 100_000).then(() => process.emit("SIGINT"));
  };
  const result = await models("pull", "vit-b/32");
  expect(result.status).toBe(3);
  expect(result.err).toContain("stopped; what has arrived is kept");
  expect((await models("list")).out).toMatch(/begun, 100 kB are here/u);
  hub.onLarge = (request, response, content) => send(request, response, content);
  expect((await models("pull", "vit-b/32")).out).toContain("of which 100 kB were here before");
  expect(process.listenerCount("SIGINT")).toBe(0);
});

test("import says what was taken and what was left", async () => {
  const source = join(temporaryFolder(), "ViT-B-32 openai");
  await mkdir(source);
  await writeFile(join(source, "open_clip_config.json"), "{}");
  const left = await models("import", source);
  expect(left).toMatchObject({ status: 3 });
  expect(left.out).toContain("it has no open_clip_model.safetensors");
  await writeFile(join(source, "open_clip_model.safetensors"), WEIGHTS);
  await writeFile(join(source, "merges.txt"), "#version: 0.2\n");
  const taken = await models("import", source);
  expect(taken.out).toMatch(/^ViT-B-32\/openai is here: 241 kB, 241 kB shared with where they lie\.\n$/u);
  vi.stubEnv("HF_HUB_CACHE", join(folder, "none"));
  await expect(models("import")).rejects.toMatchObject({ code: "input-not-found" });
});
