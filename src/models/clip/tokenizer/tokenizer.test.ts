import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadClipTokenizer } from "./load.js";
import { type ClipTokenizer, createClipTokenizer } from "./tokenizer.js";
import { parseMerges, vocabularyOfIds, vocabularyOfMerges } from "./vocabulary.js";

interface Expected {
  readonly start: number;
  readonly end: number;
  readonly cases: readonly { readonly text: string; readonly ids: number[]; readonly decoded: string }[];
}

const FOLDER = "test/fixtures/tokenizer/clip";
const expected = JSON.parse(await readFile(`${FOLDER}/expected.json`, "utf8")) as Expected;
const rows = await readFile(`${FOLDER}/merges.txt`, "utf8");
const merges = parseMerges(rows, "merges.txt");
const tokenizer = await loadClipTokenizer(FOLDER);
const scratch = await mkdtemp(join(tmpdir(), "clip-tokenizer-"));
afterAll(() => rm(scratch, { recursive: true }));

/** A folder with these files and nothing else. */
async function folderOf(name: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(join(scratch, name));
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  return folder;
}

/** Ids in another order than the one that merges alone give, under the names of Hugging Face. */
function shuffledIds(): Record<string, number> {
  const symbols = [...vocabularyOfMerges(merges).ids.keys()].reverse();
  return Object.fromEntries(
    ["<|startoftext|>", "<|endoftext|>", ...symbols].map((symbol, id) => [symbol, id]),
  );
}

const pieces = (one: ClipTokenizer, text: string): string[] => one.encode(text).map((id) => one.decode([id]));

describe("equal to open_clip's SimpleTokenizer", () => {
  test.each(expected.cases)("$text", ({ text, ids, decoded }) => {
    expect(tokenizer.encode(text)).toEqual(ids);
    expect(tokenizer.decode(ids)).toBe(decoded);
  });

  test("start and end", () => {
    expect([tokenizer.start, tokenizer.end]).toEqual([expected.start, expected.end]);
  });
});

describe("cleaning", () => {
  const same = (text: string, as: string): void =>
    expect(tokenizer.encode(text)).toEqual(tokenizer.encode(as));

  test("an ampersand that two rounds of escaping hid", () => same("Tom &amp;amp; Jerry", "tom & jerry"));
  test("references after a line with < are still read, but not their capitals", () => {
    same("<b>\n&eacute; &NTILDE;", "<b> é &ntilde;".replace("&ntilde;", "&NTILDE;"));
    expect(tokenizer.encode("<b> &NTILDE;")).not.toEqual(tokenizer.encode("<b> ñ"));
    same("&NTILDE;", "ñ");
  });
  test("controls that Windows uses", () => same("\x93quoted\x94", '"quoted"'));
  test("a lone surrogate", () => same("a\ud800b", "a\ufffdb"));
  test("byte order mark, terminal colors and controls vanish", () => same("\ufeff\x1b[1;31mred\x07", "red"));
  test("references within references, to a depth that no text has", () => {
    same(`&${"amp;".repeat(60)}lt;`, "<");
    expect(tokenizer.encode(`&${"amp;".repeat(80)}lt;`)).not.toEqual(tokenizer.encode("<"));
  });
  test("plain and mended ways agree", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -%'-~]*$/), (text) => {
        expect(tokenizer.encode(`${text} é`).slice(0, -tokenizer.encode("é").length)).toEqual(
          tokenizer.encode(text),
        );
      }),
    );
  });
});

/** The algorithm as the papers have it: the first merge that is found anywhere is made everywhere, again and again. */
function slowly(word: string): string[] {
  let symbols = Array.from(word, (letter, i) => (i === word.length - 1 ? `${letter}</w>` : letter));
  for (;;) {
    const pair = merges.find(([first, second]) =>
      symbols.some((one, i) => one === first && symbols[i + 1] === second),
    );
    if (pair === undefined) return symbols;
    const joined: string[] = [];
    for (let i = 0; i < symbols.length; i++) {
      const both = symbols[i] === pair[0] && symbols[i + 1] === pair[1];
      joined.push(both ? pair.join("") : (symbols[i] as string));
      if (both) i++;
    }
    symbols = joined;
  }
}

test("words of any length are joined as the plain algorithm joins them", () => {
  const symbolOf = new Map([...vocabularyOfMerges(merges).ids].map(([symbol, id]) => [id, symbol]));
  const letters = fc.string({
    unit: fc.constantFrom("a", "e", "i", "n", "r", "s", "t", "l", "o"),
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(letters, (word) => {
      expect(tokenizer.encode(word).map((id) => symbolOf.get(id))).toEqual(slowly(word));
    }),
  );
});

test("what was encoded is decoded, in lower case and without runs of spaces", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), (words) => {
      expect(tokenizer.decode(tokenizer.encode(words.join("  "))).trim()).toBe(words.join(" "));
    }),
  );
});

test("a token that does not exist cannot be decoded", () => {
  expect(() => tokenizer.decode([1024])).toThrow("no token 1024");
});

describe("loading", () => {
  const text = "a lighthouse at dusk, it's café";

  test("packed merges give the ids that plain ones give", async () => {
    const folder = await folderOf("packed", { "bpe_simple_vocab_16e6.txt.gz": gzipSync(rows) });
    expect((await loadClipTokenizer(folder)).encode(text)).toEqual(tokenizer.encode(text));
  });

  test("ids of vocab.json are taken", async () => {
    const folder = await folderOf("ids", { "vocab.json": JSON.stringify(shuffledIds()) });
    await cp(`${FOLDER}/merges.txt`, join(folder, "merges.txt"));
    const loaded = await loadClipTokenizer(folder);
    expect([loaded.start, loaded.end]).toEqual([0, 1]);
    expect(loaded.encode(text)).not.toEqual(tokenizer.encode(text));
    expect(pieces(loaded, text)).toEqual(pieces(tokenizer, text));
  });

  test.each([
    ["rows", merges.map((pair) => pair.join(" "))],
    ["pairs", merges],
  ])("tokenizer.json with merges as %s", async (_, asWritten) => {
    const whole = { model: { type: "BPE", vocab: shuffledIds(), merges: asWritten } };
    const loaded = await loadClipTokenizer(
      await folderOf("whole", { "tokenizer.json": JSON.stringify(whole) }),
    );
    expect(pieces(loaded, text)).toEqual(pieces(tokenizer, text));
  });

  test.each([
    ["nothing", {}, "model-missing", "no CLIP tokenizer"],
    ["a row of three", { "merges.txt": "#version\na b c\n" }, "model-corrupt", "not a pair"],
    ["no JSON", { "tokenizer.json": "{" }, "model-corrupt", "not what a CLIP tokenizer has"],
    [
      "word pieces",
      { "tokenizer.json": '{"model":{"vocab":[]}}' },
      "model-corrupt",
      "not what a CLIP tokenizer has",
    ],
    ["no gzip", { "bpe_simple_vocab_16e6.txt.gz": "text" }, "model-corrupt", "not what a CLIP tokenizer has"],
    ["no marks", { "merges.txt": "#version\n", "vocab.json": "{}" }, "model-corrupt", "no start and end"],
  ])("%s is told", async (name, files, code, message) => {
    const loading = loadClipTokenizer(await folderOf(name.replace(" ", "-"), files));
    await expect(loading).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
  });

  test("a vocabulary without what a merge makes is told", () => {
    const { fo, ...most } = { ...shuffledIds(), fo: 5000 };
    expect(fo).toBe(5000);
    expect(() => createClipTokenizer(vocabularyOfIds([["f", "o"]], most, "vocab.json"))).toThrow('no "fo"');
  });
});
