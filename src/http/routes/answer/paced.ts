import { setImmediate } from "node:timers/promises";
import type { CompileOptions } from "../../../app/compile.js";
import { compile } from "../../../app/compile.js";
import { ImpromptError } from "../../../base/error.js";
import type { Blueprint } from "../../../blueprint/types.js";
import type { Prompt } from "../../../dialects/types.js";

/**
 * Works on the items one after another and lets others have a turn in between, so that a long list holds nobody up.
 *
 * @throws ImpromptError `cancelled` where the client has gone, and what `work` throws
 */
export async function paced<T, U>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T, index: number) => U | Promise<U>,
): Promise<U[]> {
  const done: U[] = [];
  for (const [index, item] of items.entries()) {
    if (signal.aborted) throw new ImpromptError("cancelled", "the client went away");
    done.push(await work(item, index));
    await setImmediate();
  }
  return done;
}

/** `compileAll`, paced. @throws ImpromptError `unknown-target`, `cancelled` */
export function compilePaced(
  blueprint: Blueprint,
  targets: readonly string[],
  signal: AbortSignal,
  options: CompileOptions = {},
): Promise<Prompt[]> {
  return paced(targets, signal, (target) => compile(blueprint, target, options));
}
