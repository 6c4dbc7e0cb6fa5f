import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadBlipTokenizer } from "./tokenizer.js";

interface Case {
  readonly ids: readonly number[];
  readonly whole: string;
  readonly apart: string;
}

const FOLDER = "test/fixtures/tokenizer/word-pieces";
const cases = JSON.parse(await readFile(`${FOLDER}/expected.json`, "utf8")) as readonly Case[];
const rows = await readFile(`${FOLDER}/vocab.txt`, "utf8");
const scratch = await mkdtemp(join(tmpdir(), "blip-tokenizer-"));
afterAll(() => rm(scratch, { recursive: true }));

async function folderOf(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(scratch, "folder-"));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

describe("equal to transformers", () => {
  test("with clean-up of spaces, which is the rule", async () => {
    const tokenizer = await loadBlipTokenizer(FOLDER);
    expect(cases.map(({ ids }) => tokenizer.decode(ids))).toEqual(cases.map(({ whole }) => whole));
  });

  test("without it, where the configuration says so", async () => {
    const config = { clean_up_tokenization_spaces: false };
    const tokenizer = await loadBlipTokenizer(
      await folderOf({ "vocab.txt": rows, "tokenizer_config.json": config }),
    );
    expect(cases.map(({ ids }) => tokenizer.decode(ids))).toEqual(cases.map(({ apart }) => apart));
    expect(cases.some(({ whole, apart }) => whole !== apart)).toBe(true);
  });

  test("from tokenizer.json", async () => {
    const pieces = rows.trimEnd().split("\n");
    const vocab = Object.fromEntries(pieces.slice(5).map((piece, i) => [piece, i + 5]));
    const added = pieces.slice(0, 5).map((content, id) => ({ id, content, special: true }));
    const whole = { model: { type: "WordPiece", vocab }, added_tokens: added };
    const tokenizer = await loadBlipTokenizer(await folderOf({ "tokenizer.json": whole }));
    expect(cases.map((one) => tokenizer.decode(one.ids))).toEqual(cases.map((one) => one.whole));
  });
});

test("a folder without a tokenizer, and one with a broken one, are told", async () => {
  await expect(loadBlipTokenizer(await folderOf({}))).rejects.toMatchObject({ code: "model-missing" });
  const broken = await folderOf({ "tokenizer.json": "{" });
  await expect(loadBlipTokenizer(broken)).rejects.toMatchObject({
    code: "model-corrupt",
    where: join(broken, "tokenizer.json"),
  });
});
