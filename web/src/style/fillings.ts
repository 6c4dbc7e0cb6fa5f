import type { Blueprint, Recipe, Slot } from "imprompt/core";
import { fill, ImpromptError } from "imprompt/core";
import type { Row } from "./rows";

export type Filling =
  | { readonly kind: "filled"; readonly blueprint: Blueprint; readonly warnings: readonly string[] }
  /** Required slots are still empty. */
  | { readonly kind: "open"; readonly missing: readonly string[] }
  | { readonly kind: "refused"; readonly message: string };

/** The recipe with these values; what is still missing is named rather than thrown. */
export function fillWith(recipe: Recipe, slots: readonly Slot[], values: Row): Filling {
  const own = Object.fromEntries(slots.map(({ name }) => [name, values[name] ?? ""]));
  const missing = slots
    .filter(({ name, required }) => required && own[name]?.trim() === "")
    .map(({ name }) => name);
  if (missing.length > 0) return { kind: "open", missing };
  try {
    const { blueprint, warnings } = fill(recipe, own);
    return { kind: "filled", blueprint, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    if (!(error instanceof ImpromptError)) throw error;
    return { kind: "refused", message: error.sentence };
  }
}

/** "subject", "subject and setting", "subject, setting and light". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
