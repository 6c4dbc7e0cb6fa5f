import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { phrasesIn, readPhraseList, readPhraseLists } from "./read-lists.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "imprompt-lists-"));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(folder, name), content);

describe("phrasesIn", () => {
  const text = "\ufeffsoft light\r\n\r\n# ours\n  #dusk \rsoft light\n\u00a0by the sea\u0085\n";

  it("cleans", () => {
    expect(phrasesIn(text, "clean")).toEqual(["soft light", "#dusk", "by the sea"]);
  });

  it("takes every line as Python's readlines and strip do", () => {
    expect(phrasesIn(text, "verbatim")).toEqual([
      "\ufeffsoft light",
      "",
      "# ours",
      "#dusk",
      "soft light",
      "by the sea",
    ]);
  });
});

describe("readPhraseLists", () => {
  it("reads each .txt as a list, artists as who it is by", async () => {
    await write("flavors.txt", "dusk\ndawn\n");
    await write("artists.txt", "Ann Painter\nby Bea Drawer\ninspired by Cy\n");
    await write("notes.md", "no list");
    await write("my own.TXT", "one");
    expect(await readPhraseLists(folder)).toMatchObject([
      { name: "artists", phrases: ["by Ann Painter", "by Bea Drawer", "inspired by Cy"] },
      { name: "flavors", phrases: ["dusk", "dawn"] },
      { name: "my own", phrases: ["one"] },
    ]);
    expect((await readPhraseLists(folder, "verbatim"))[0]?.phrases).toEqual([
      "Ann Painter",
      "by Bea Drawer",
      "inspired by Cy",
    ]);
  });

  it("knows what CLIP Interrogator embeds for the same lists", async () => {
    await write("flavors.txt", "dusk\n\ndusk\n");
    await write("artists.txt", "Ann\nBea");
    expect(await readPhraseLists(folder)).toEqual([
      {
        name: "artists",
        phrases: ["by Ann", "by Bea"],
        labels: ["by Ann", "by Bea", "inspired by Ann", "inspired by Bea"],
      },
      { name: "flavors", phrases: ["dusk"], labels: ["dusk", "", "dusk"] },
    ]);
  });

  it("says what is wrong with a folder or a list", async () => {
    await expect(readPhraseLists(join(folder, "none"))).rejects.toMatchObject({ code: "input-not-found" });
    await expect(readPhraseLists(folder)).rejects.toMatchObject({ code: "input-not-found" });
    await write("empty.txt", "\n\n# nothing\n");
    await expect(readPhraseLists(folder)).rejects.toMatchObject({ code: "input-empty" });
    await write("empty.txt", `fine\n${"word ".repeat(500)}`);
    await expect(readPhraseLists(folder)).rejects.toMatchObject({
      code: "input-corrupt",
      message: expect.stringContaining("phrase 2"),
    });
    await expect(readPhraseList(join(folder, "gone.txt"))).rejects.toMatchObject({
      code: "input-unreadable",
    });
  });

  it("does not read what is no list of phrases for its size", async () => {
    const path = join(folder, "huge.txt");
    await write("huge.txt", "dusk\n");
    await truncate(path, 2 ** 26 + 1);
    await expect(readPhraseList(path)).rejects.toMatchObject({ code: "input-too-large" });
  });

  it("takes no picture for a list", async () => {
    await write("photo.jpg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46));
    await expect(readPhraseList(join(folder, "photo.jpg"))).rejects.toMatchObject({ code: "input-corrupt" });
  });

  it("keeps on where bytes are no UTF-8", async () => {
    await write("bytes.txt", Uint8Array.of(0x64, 0xff, 0x0a, 0x65));
    expect((await readPhraseLists(folder))[0]?.phrases).toEqual(["d\ufffd", "e"]);
  });
});
