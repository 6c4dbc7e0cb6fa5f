import type { Stats } from "node:fs";
import { copyFile, link, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { readKey } from "./read-table.js";

/** Bytes of all sets together: some eight of 100,000 phrases and 768 numbers each. */
export const MAX_CACHE_BYTES: number = 4 * 2 ** 30;

const SET = /^[0-9a-f]{16}$/u;

async function setsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => SET.test(name)).sort();
}

const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Gives the file of another set a place in this one; both share the bytes where the file system can. */
async function share(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to).catch(() => undefined));
}

/**
 * Brings the embeddings of a list, finished or begun, into its set from another set that has them: when one list of
 * several has changed, the others are not computed again.
 */
export async function borrow(folder: string, set: string, file: string, key: string): Promise<void> {
  const own = join(folder, set, file);
  if ((await there(own)) || (await there(`${own}.partial`))) return;
  for (const end of ["", ".partial"]) {
    for (const other of await setsIn(folder)) {
      const path = join(folder, other, `${file}${end}`);
      if (other === set || (await readKey(path)) !== key) continue;
      await mkdir(join(folder, set), { recursive: true }).catch(() => undefined);
      await share(path, `${own}${end}`);
      return;
    }
  }
}

interface SetSize {
  readonly path: string;
  readonly files: readonly Stats[];
  /** When it was last written or, as file systems tell it about daily, read; in milliseconds. */
  readonly used: number;
}

async function sizeOf(path: string): Promise<SetSize> {
  const names = await readdir(path).catch(() => []);
  const files = (
    await Promise.all(names.map((name) => stat(join(path, name)).catch(() => undefined)))
  ).filter((file) => file !== undefined);
  return { path, files, used: Math.max(0, ...files.flatMap(({ atimeMs, mtimeMs }) => [atimeMs, mtimeMs])) };
}

function bytesOf(sets: readonly SetSize[]): number {
  const sizes = new Map(
    sets.flatMap(({ files }) => files.map(({ dev, ino, size }) => [`${dev} ${ino}`, size])),
  );
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** Removes the sets that were not used for longest, but never this one, until all take `most` bytes. */
export async function trim(folder: string, set: string, most: number): Promise<void> {
  const sets = await Promise.all((await setsIn(folder)).map((name) => sizeOf(join(folder, name))));
  const kept = sets.sort((x, y) => x.used - y.used);
  while (bytesOf(kept) > most) {
    const at = kept.findIndex(({ path }) => path !== join(folder, set));
    if (at < 0) return;
    const [oldest] = kept.splice(at, 1);
    if (oldest !== undefined) await rm(oldest.path, { recursive: true, force: true });
  }
}
