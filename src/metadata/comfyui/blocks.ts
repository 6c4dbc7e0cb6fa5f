import type { Carrier, TextBlock } from "../carrier.js";
import { isRecord, parseJsonObject } from "../lenient-json.js";
import { locationOf } from "../readers/location.js";
import { rawBlocks } from "../readers/raw-blocks.js";
import { isWorkflow } from "./workflow.js";

/** What a file holds of ComfyUI's, parsed but not yet understood. */
export interface Blocks {
  /** The graph of the run. */
  readonly run: { readonly [key: string]: unknown } | null;
  /** The editor's graph. */
  readonly workflow: { readonly [key: string]: unknown } | null;
  /** Of the block that holds the run's graph, else the editor's. */
  readonly location: string;
  /** What else the file's blocks say, by key. */
  readonly rest: { readonly [key: string]: unknown };
}

/** "workflow:{…}" in EXIF Make, "Prompt: {…}" in ImageDescription. */
const PREFIX = /^\s{0,9}(?:prompt|workflow|extra_pnginfo)\s{0,9}:\s{0,9}(?=\{)/i;

/**
 * Both graphs, told by their shape under any key: bare, behind a word and a colon, or as members "prompt" and
 * "workflow" of one object (themselves objects or JSON texts). The first of each kind stands. Null for other files.
 */
export function blocksOf(carrier: Carrier): Blocks | null {
  let run: Found | null = null;
  let workflow: Found | null = null;
  for (const block of carrier.texts) {
    if (!/"(?:class_type|nodes)\\?"/.test(block.text)) continue;
    for (const value of candidatesOf(block)) {
      if (isRun(value)) run ??= { value, block };
      else if (isWorkflow(value)) workflow ??= { value, block };
    }
  }
  const holder = run ?? workflow;
  if (holder === null) return null;
  const used = [run?.block, workflow?.block];
  const others = carrier.texts.filter((block) => !used.includes(block));
  const beside = Object.fromEntries(
    used.flatMap((block) => (block === undefined ? [] : membersBeside(block))),
  );
  return {
    run: run?.value ?? null,
    workflow: workflow?.value ?? null,
    location: locationOf(holder.block),
    rest: { ...rawBlocks({ ...carrier, texts: others }), ...beside },
  };
}

interface Found {
  readonly value: { readonly [key: string]: unknown };
  readonly block: TextBlock;
}

function candidatesOf(block: TextBlock): readonly { readonly [key: string]: unknown }[] {
  const whole = parseJsonObject(block.text.replace(PREFIX, ""));
  if (whole === null) return [];
  const members = ["prompt", "workflow", "extra_pnginfo"].flatMap((key) => asObject(whole[key]));
  const nested = members.flatMap((member) => asObject(member["workflow"]));
  return isRun(whole) || isWorkflow(whole) ? [whole] : [...members, ...nested];
}

/** What stands beside the graphs in an object that holds both. */
function membersBeside(block: TextBlock): readonly (readonly [string, unknown])[] {
  const whole = parseJsonObject(block.text.replace(PREFIX, ""));
  if (whole === null || isRun(whole) || isWorkflow(whole)) return [];
  return Object.entries(whole).filter(([key]) => key !== "prompt" && key !== "workflow");
}

function asObject(value: unknown): readonly { readonly [key: string]: unknown }[] {
  const object = typeof value === "string" ? parseJsonObject(value) : value;
  return isRecord(object) ? [object] : [];
}

function isRun(value: { readonly [key: string]: unknown }): boolean {
  return Object.values(value).some((member) => isRecord(member) && typeof member["class_type"] === "string");
}
