import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clip } from "../../../models/types.js";
import { fakeClip } from "./fake-clip.fixture.js";
import { openTables } from "./open-tables.js";
import { readTable } from "./read-table.js";
import type { PhraseList } from "./types.js";

const GOLDEN = fileURLToPath(new URL("../../../../tools/golden/phrases/", import.meta.url));
const golden = JSON.parse(await readFile(join(GOLDEN, "phrases.json"), "utf8")) as {
  phrases: string[];
  firstRow: number[];
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "imprompt-phrases-"));
});
afterEach(() => rm(folder, { recursive: true }));

const numbered = (count: number, word = "phrase"): string[] =>
  Array.from({ length: count }, (_, at) => `${word} ${at}`);
const LISTS: readonly PhraseList[] = [
  { name: "flavors", phrases: ["soft light", "hard light", "red, green"] },
  { name: "mediums", phrases: ["ink", "oil"] },
];

describe("openTables", () => {
  it("embeds once, then reads the same numbers", async () => {
    const first = fakeClip();
    const made = await openTables(LISTS, first, { folder });
    expect(first.seen).toEqual(LISTS.flatMap(({ phrases }) => phrases));
    const second = fakeClip();
    const read = await openTables(LISTS, second, { folder });
    expect(second.seen).toEqual([]);
    expect(read).toEqual(made);
    expect(made.tables.map(({ name, embeddings }) => [name, embeddings.rows, embeddings.width])).toEqual([
      ["flavors", 3, 32],
      ["mediums", 2, 32],
    ]);
    expect((await readdir(made.set)).sort()).toEqual([
      "ViT-fake_none_flavors.safetensors",
      "ViT-fake_none_mediums.safetensors",
    ]);
  });

  it("is keyed by weights and phrases, not by names", async () => {
    await openTables(LISTS, fakeClip(), { folder });
    const others = fakeClip({ salt: "b" });
    await openTables(LISTS, others, { folder });
    expect(others.seen).toHaveLength(5);
    const joined = fakeClip();
    await openTables([{ name: "flavors", phrases: ["soft light,hard light", "red, green"] }], joined, {
      folder,
    });
    expect(joined.seen).toHaveLength(2);
  });

  it("computes only the list that changed", async () => {
    await openTables(LISTS, fakeClip(), { folder });
    const clip = fakeClip();
    await openTables([LISTS[0] as PhraseList, { name: "mediums", phrases: ["ink", "gouache"] }], clip, {
      folder,
    });
    expect(clip.seen).toEqual(["ink", "gouache"]);
  });

  it("goes on where it was interrupted", async () => {
    const lists = [{ name: "flavors", phrases: numbered(5000) }];
    const stop = new AbortController();
    const told: number[] = [];
    const first = fakeClip();
    await expect(
      openTables(lists, first, {
        folder,
        signal: stop.signal,
        onProgress: (done) => {
          told.push(done);
          if (done >= 4096) stop.abort();
        },
      }),
    ).rejects.toMatchObject({ code: "cancelled" });
    expect(told.at(-1)).toBe(4096);
    const second = fakeClip();
    const { tables } = await openTables(lists, second, { folder });
    expect(second.seen).toEqual(numbered(5000).slice(first.seen.length));
    expect(second.seen).toHaveLength(5000 - 4096);
    const { tables: whole } = await openTables(lists, fakeClip(), { folder: join(folder, "else") });
    expect(tables).toEqual(whole);
  });

  it("trusts no row of a torn file", async () => {
    const lists = [{ name: "flavors", phrases: numbered(40) }];
    const { tables, set } = await openTables(lists, fakeClip(), { folder });
    const path = join(set, "ViT-fake_none_flavors.safetensors");
    const whole = await readFile(path);
    // Cut within row 10, and row 5 never written.
    const head = whole.length - 64 - 40 * 64;
    const torn = Buffer.from(whole.subarray(0, head + 10 * 64 + 7));
    torn.fill(0, head + 5 * 64, head + 6 * 64);
    await writeFile(`${path}.partial`, torn);
    await rm(path);
    const clip = fakeClip();
    expect((await openTables(lists, clip, { folder })).tables).toEqual(tables);
    expect(clip.seen).toEqual(numbered(40).slice(5));
    expect(await readFile(path)).toEqual(whole);
  });

  it.each([
    ["cut short", (path: string) => truncate(path, 300)],
    ["empty", (path: string) => truncate(path, 0)],
    ["no safetensors", (path: string) => writeFile(path, "not what it says it is")],
  ])("computes anew what is %s", async (_, damage) => {
    const { tables, set } = await openTables(LISTS, fakeClip(), { folder });
    await damage(join(set, "ViT-fake_none_flavors.safetensors"));
    const clip = fakeClip();
    expect((await openTables(LISTS, clip, { folder })).tables).toEqual(tables);
    expect(clip.seen).toEqual(LISTS[0]?.phrases);
  });

  it("lets two at once compute the same", async () => {
    const lists = [{ name: "flavors", phrases: numbered(5000) }];
    const [a, b] = await Promise.all([
      openTables(lists, fakeClip(), { folder }),
      openTables(lists, fakeClip(), { folder }),
    ]);
    expect(a).toEqual(b);
    expect(await readdir(a.set)).toEqual(["ViT-fake_none_flavors.safetensors"]);
    const third = fakeClip();
    await openTables(lists, third, { folder });
    expect(third.seen).toEqual([]);
  });

  it("answers without a place to write, and says so", async () => {
    await writeFile(join(folder, "file"), "");
    const { tables, warnings } = await openTables(LISTS, fakeClip(), { folder: join(folder, "file") });
    expect(tables).toEqual((await openTables(LISTS, fakeClip(), { folder })).tables);
    expect(warnings.map(({ code, where }) => [code, where])).toEqual([
      ["option-ignored", "flavors"],
      ["option-ignored", "mediums"],
    ]);
  });

  it("keeps the folder within its bound, the set in use always", async () => {
    const lists = (word: string): PhraseList[] => [{ name: "flavors", phrases: numbered(100, word) }];
    const one = await openTables(lists("one"), fakeClip(), { folder });
    const two = await openTables(lists("two"), fakeClip(), { folder, maxBytes: 1 });
    await expect(stat(one.set)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([two.set.slice(folder.length + 1)]);
  });
});

describe("CLIP Interrogator's cache", () => {
  const list = { name: "flavors", phrases: golden.phrases };

  /** Says what the stand-in of the golden script says. */
  async function goldenClip(): Promise<Clip & { seen: string[] }> {
    const data = await readTable(join(GOLDEN, "ViT-fake_none_flavors.safetensors"), golden.phrases, 16);
    const seen: string[] = [];
    return {
      ...fakeClip({ width: 16 }),
      seen,
      embedTexts: async (texts) => {
        seen.push(...texts);
        const rows = texts.map((text) => golden.phrases.indexOf(text));
        const found = rows.map((row) => data?.subarray(row * 16, row * 16 + 16) ?? []);
        return { rows: rows.length, width: 16, data: Float32Array.from(found.flatMap((row) => [...row])) };
      },
    };
  }

  it("is read, of these phrases and this width alone", async () => {
    const path = join(GOLDEN, "ViT-fake_none_flavors.safetensors");
    const data = await readTable(path, golden.phrases, 16);
    expect(Array.from(data?.subarray(0, 16) ?? [])).toEqual(golden.firstRow);
    expect(await readTable(path, golden.phrases.toReversed(), 16)).toBeUndefined();
    expect(await readTable(path, golden.phrases, 32)).toBeUndefined();
    expect(await readTable(path, golden.phrases, 16, "of weights")).toBeUndefined();
  });

  it("is taken where a few phrases agree with the model", async () => {
    const clip = await goldenClip();
    const { tables, warnings } = await openTables([list], clip, { folder, foreign: GOLDEN });
    expect(warnings).toEqual([]);
    expect(clip.seen).toHaveLength(8);
    expect(Array.from(tables[0]?.embeddings.data.subarray(0, 16) ?? [])).toEqual(golden.firstRow);
    const again = await goldenClip();
    await openTables([list], again, { folder });
    expect(again.seen).toEqual([]);
  });

  it("is taken for a list that was cleaned of its repeated lines", async () => {
    const phrases = [...new Set(golden.phrases)];
    expect(phrases.length).toBeLessThan(golden.phrases.length);
    const clip = await goldenClip();
    const cleaned = { name: "flavors", phrases, labels: golden.phrases };
    const { tables } = await openTables([cleaned], clip, { folder, foreign: GOLDEN });
    expect(clip.seen).toHaveLength(8);
    const expected = (await clip.embedTexts(phrases)).data;
    expect(tables[0]?.embeddings.data).toEqual(expected);
    const other = await goldenClip();
    const more = { ...cleaned, phrases: [...phrases, "one that they have not"] };
    await openTables([more], other, { folder, foreign: GOLDEN });
    expect(other.seen).toEqual(more.phrases);
  });

  it("is refused where it is of other weights", async () => {
    const clip = fakeClip({ width: 16 });
    const { tables, warnings } = await openTables([list], clip, { folder, foreign: GOLDEN });
    expect(warnings.map(({ code }) => code)).toEqual(["option-ignored"]);
    expect(clip.seen).toHaveLength(8 + golden.phrases.length);
    expect(Array.from(tables[0]?.embeddings.data.subarray(0, 16) ?? [])).not.toEqual(golden.firstRow);
  });

  it("is written with the same tensors", async () => {
    const { set } = await openTables([list], await goldenClip(), { folder });
    const bytesOf = async (path: string): Promise<{ tensors: Buffer; header: Record<string, unknown> }> => {
      const bytes = await readFile(path);
      const start = 8 + Number(bytes.readBigUInt64LE());
      const { __metadata__, ...header } = JSON.parse(bytes.toString("utf8", 8, start));
      return { tensors: bytes.subarray(start), header };
    };
    expect(await bytesOf(join(set, "ViT-fake_none_flavors.safetensors"))).toEqual(
      await bytesOf(join(GOLDEN, "ViT-fake_none_flavors.safetensors")),
    );
  });

  it("may be read-only", async () => {
    const place = join(folder, "theirs");
    await mkdir(place);
    await copyFile(
      join(GOLDEN, "ViT-fake_none_flavors.safetensors"),
      join(place, "ViT-fake_none_flavors.safetensors"),
    );
    await chmod(place, 0o500);
    const clip = await goldenClip();
    await openTables([list], clip, { folder: join(folder, "ours"), foreign: place });
    expect(clip.seen).toHaveLength(8);
    await chmod(place, 0o700);
  });
});
