import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { ImpromptError } from "../../base/error.js";
import { diskFailure } from "./download/sink.js";
import type { StoreServices } from "./services.js";

/** The right to change one model. */
export interface Lock {
  /** @throws ImpromptError `download-failed` when another process has taken the lock meanwhile */
  readonly assertHeld: () => Promise<void>;
  readonly release: () => Promise<void>;
}

const BEAT_MS = 20_000;
/** A holder that has not touched its lock for this long is gone, whatever its number says: numbers are used again. */
const STALE_MS = 5 * 60_000;

const holderSchema = z.strictObject({ process: z.int(), host: z.string(), id: z.string() });
type Holder = z.infer<typeof holderSchema>;

interface Held {
  readonly text: string;
  readonly holder: Holder | undefined;
  readonly touched: number;
}

async function readLock(path: string): Promise<Held | undefined> {
  const [text, found] = await Promise.all([
    readFile(path, "utf8").catch(() => undefined),
    stat(path).catch(() => undefined),
  ]);
  if (text === undefined || found === undefined) return undefined;
  let holder: Holder | undefined;
  try {
    holder = holderSchema.parse(JSON.parse(text));
  } catch {
    holder = undefined;
  }
  return { text, holder, touched: found.mtimeMs };
}

function isStale({ holder, touched }: Held, { now, process }: StoreServices): boolean {
  if (now() - touched > STALE_MS) return true;
  return holder !== undefined && holder.host === process.host && !process.isAlive(holder.process);
}

/** Moved away before it is judged again: of two that find a lock stale, one must not take the other's new one. */
async function breakLock(path: string, stale: Held, id: string): Promise<void> {
  const away = `${path}.${id}`;
  await rename(path, away).catch(() => undefined);
  const moved = await readFile(away, "utf8").catch(() => undefined);
  if (moved !== undefined && moved !== stale.text) await link(away, path).catch(() => undefined);
  await rm(away, { force: true });
}

function taken(name: string, { holder }: Held): ImpromptError {
  const who = holder === undefined ? "another process" : `process ${holder.process} on ${holder.host}`;
  return new ImpromptError("download-failed", `${who} is changing this model`, {
    where: name,
    hint: "Wait until it has ended; a lock whose process is gone is ignored after five minutes at most.",
  });
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw diskFailure(path, error);
  }
}

function keep(path: string, text: string, name: string, services: StoreServices): Lock {
  const beat = setInterval(() => {
    const seconds = services.now() / 1000;
    void utimes(path, seconds, seconds).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  const isHeld = async (): Promise<boolean> => (await readFile(path, "utf8").catch(() => "")) === text;
  return {
    assertHeld: async () => {
      if (await isHeld()) return;
      throw new ImpromptError("download-failed", "another process has taken this model over", {
        where: name,
        hint: "Run it again when the other has ended.",
      });
    },
    release: async () => {
      clearInterval(beat);
      if (await isHeld()) await rm(path, { force: true });
    },
  };
}

/**
 * A file that only one can make. It is touched while it is held, so that one that was left behind is recognised.
 *
 * @throws ImpromptError `download-failed` while another holds it
 */
export async function takeLock(path: string, name: string, services: StoreServices): Promise<Lock> {
  const { process } = services;
  const id = services.random().toString(36).slice(2);
  const text = JSON.stringify({ process: process.id, host: process.host, id } satisfies Holder);
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw diskFailure(path, error);
  });
  for (let tries = 0; ; tries += 1) {
    if (await create(path, text)) return keep(path, text, name, services);
    const held = await readLock(path);
    if (held === undefined) continue;
    if (tries > 2 || !isStale(held, services)) throw taken(name, held);
    await breakLock(path, held, id);
  }
}
