import type { Edit } from "../edit.js";
import type { Blueprint } from "../types.js";
import { termNamed } from "./term-named.js";

/**
 * The edit that pins a phrase, named by its id or words, or unpins it.
 *
 * @throws ImpromptError `invalid-option` when there is no such phrase
 */
export function pin(blueprint: Blueprint, name: string, pinned = true): Edit {
  return { kind: "pin", id: termNamed(blueprint, name).id, pinned };
}
