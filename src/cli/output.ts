import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ImpromptError } from "../base/error.js";
import { sniff } from "../image/sniff.js";
import { currentTerminal } from "../runtime/terminal.js";
import type { OutputFlags } from "./options.js";

/** Where a command's answer goes: as it comes to standard output, or at the end and at once to a file. */
export interface Output {
  readonly json: boolean;
  readonly colour: boolean;
  readonly width: number;
  readonly write: (text: string) => void;
  readonly close: () => Promise<void>;
}

async function refuseToClobber(path: string, inputs: readonly string[]): Promise<void> {
  const refusal = (why: string): ImpromptError =>
    new ImpromptError("output-exists", why, { where: path, hint: "Give --out another name." });
  if (inputs.some((input) => resolve(input) === resolve(path))) throw refusal("--out is one of the pictures");
  const existing = await readFile(path).catch(() => null);
  const sniffed = existing === null ? null : sniff(existing);
  if (sniffed !== null && "format" in sniffed) {
    throw refusal("--out names an existing picture");
  }
}

/** Written beside its place and renamed: readers see the old file or the whole new one. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(resolve(path)), `.imprompt-${randomUUID()}`);
  try {
    await writeFile(beside, content, { flag: "wx" });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImpromptError("output-failed", `could not be written (${reason})`, {
      where: path,
      hint: "Is the folder there, and may you write in it?",
      cause,
    });
  }
}

/** @throws ImpromptError `output-exists` when writing would destroy a picture */
export async function openOutput(flags: OutputFlags, inputs: readonly string[]): Promise<Output> {
  const json = flags.json === true || /\.jsonl?$/iu.test(flags.out ?? "");
  if (flags.out !== undefined) {
    const path = flags.out;
    await refuseToClobber(path, inputs);
    const parts: string[] = [];
    return {
      json,
      colour: false,
      width: 100,
      write: (text) => parts.push(text),
      close: () => writeAtomically(path, parts.join("")),
    };
  }
  const { colour, width } = currentTerminal();
  return {
    json,
    colour,
    width,
    write: (text) => process.stdout.write(text),
    close: () => Promise.resolve(),
  };
}

/** One value as JSON: indented for a person at a terminal, one line for a pipe or several documents. */
export function toJson(value: unknown, several: boolean): string {
  const indent = !several && currentTerminal().interactive ? 2 : 0;
  return `${JSON.stringify(value, null, indent)}\n`;
}
