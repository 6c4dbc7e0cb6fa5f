import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Entry, EntryOptions } from "./entry.js";
import { entryOf } from "./entry.js";
import { pageOf, thumbnailName } from "./page.js";
import { drawSheet } from "./sheet.js";
import { thumbnailOf } from "./thumbnail.js";

/**
 * `npx tsx tools/gallery/make.ts` writes docs/gallery.md and its thumbnails from examples/; `--check` writes nothing
 * and fails where they are not what it would write.
 *
 * `npx tsx tools/gallery/make.ts --sheet OUT.png DIR` draws a contact sheet of a folder: each picture with its
 * sentence, its SDXL prompt and the phrases behind them. `--pages` writes sheets of nine pictures, OUT-1.png and on,
 * in place of one. File names are withheld from `describe` unless `--named`.
 */
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));
const DOCS = fileURLToPath(new URL("../../docs", import.meta.url));
const PAGE = 9;
const COLUMNS = { whole: 4, page: 3 } as const;

async function entriesOf(dir: string, options: EntryOptions): Promise<Entry[]> {
  const files = readdirSync(dir)
    .filter((name) => /\.(?:jpe?g|png|webp|gif|avif)$/iu.test(name))
    .toSorted();
  const entries: Entry[] = [];
  for (const file of files) {
    try {
      entries.push(await entryOf(join(dir, file), options));
    } catch (error) {
      console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  return entries;
}

/** Contents by path below docs/. */
async function galleryOf(entries: readonly Entry[]): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>([["gallery.md", Buffer.from(pageOf(entries))]]);
  for (const { file, bytes } of entries) files.set(thumbnailName(file), await thumbnailOf(bytes));
  return files;
}

function writeGallery(files: ReadonlyMap<string, Buffer>): void {
  rmSync(join(DOCS, "gallery"), { recursive: true, force: true });
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(DOCS, name)), { recursive: true });
    writeFileSync(join(DOCS, name), bytes);
  }
  console.log(`docs/gallery.md: ${files.size - 1} pictures`);
}

function checkGallery(files: ReadonlyMap<string, Buffer>): void {
  const stale = [...files].filter(([name, bytes]) => {
    const path = join(DOCS, name);
    return !existsSync(path) || !readFileSync(path).equals(bytes);
  });
  for (const [name] of stale) console.error(`docs/${name} is not what tools/gallery/make.ts would write.`);
  if (stale.length > 0) process.exitCode = 1;
}

async function writeSheets(path: string, entries: readonly Entry[], inPages: boolean): Promise<void> {
  const size = inPages ? PAGE : Math.max(1, entries.length);
  for (let start = 0; start < entries.length; start += size) {
    const name = inPages ? path.replace(/(?=\.[^.]*$)/u, `-${start / size + 1}`) : path;
    const shown = entries.slice(start, start + size);
    writeFileSync(name, await drawSheet(shown, inPages ? COLUMNS.page : COLUMNS.whole));
    console.log(`${name}: ${shown.length} pictures`);
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sheet: { type: "string" },
    pages: { type: "boolean", default: false },
    named: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
const [dir] = positionals;
if ((values.sheet === undefined) !== (dir === undefined)) {
  console.error("Usage: npx tsx tools/gallery/make.ts [--check | --sheet OUT.png DIR [--pages] [--named]]");
  process.exit(2);
}
if (values.sheet !== undefined && dir !== undefined)
  await writeSheets(values.sheet, await entriesOf(dir, { named: values.named }), values.pages);
else {
  const files = await galleryOf(await entriesOf(EXAMPLES, {}));
  if (values.check) checkGallery(files);
  else writeGallery(files);
}
