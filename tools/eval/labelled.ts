import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A picture whose kind a person or its source has told. */
export interface Labelled {
  /** Relative to the folder that holds labelled.jsonl. */
  readonly file: string;
  readonly label: string;
  readonly kind: "medium" | "scene";
  readonly source: string;
}

/** Every how manyth picture is looked at, unless all are wanted; the list is grouped by label, so that all labels stay in. */
const STRIDE = 5;

/** Empty where the folder has no labelled.jsonl. */
export function readLabelled(dir: string, { all }: { readonly all: boolean }): readonly Labelled[] {
  const path = join(dir, "labelled.jsonl");
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Labelled);
  return all ? rows : rows.filter((_, index) => index % STRIDE === 0);
}
