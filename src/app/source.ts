import { ImpromptError } from "../base/error.js";
import type { Warning } from "../base/warning.js";
import { parseBlueprint } from "../blueprint/schema.js";
import type { Blueprint } from "../blueprint/types.js";
import { sniff } from "../image/sniff.js";
import type { GrammarId } from "../language/syntax/tree.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import type { Description } from "./describe.js";
import { describe } from "./describe.js";
import type { OpenedInput, Services } from "./ports.js";
import { understand } from "./understand.js";

/** Something to work on, whatever it came as: a picture, a blueprint, a prompt. */
export interface Source {
  readonly name: string;
  readonly kind: "picture" | "blueprint" | "prompt";
  readonly blueprint: Blueprint;
  /** The prompt's text as it came; undefined for pictures and blueprints. */
  readonly text?: string;
  readonly grammar?: GrammarId;
  /** Figures of a picture, by measurement. */
  readonly measurements?: Description["measurements"];
  readonly warnings: readonly Warning[];
}

/** A prompt's text as a source. */
export function sourceOfText(
  text: string,
  grammar: GrammarId | "auto",
  options: { readonly vocabulary?: Vocabulary } = {},
  name: string = text,
): Source {
  const understood = understand(text, grammar, { divide: true, ...options });
  return {
    name: name.length > 60 ? `${name.slice(0, 59)}…` : name,
    kind: "prompt",
    blueprint: understood.blueprint,
    text,
    grammar: understood.grammar,
    warnings: understood.warnings,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The blueprint in a JSON document: itself, or what `--json` printed around it; undefined for other JSON. */
function blueprintIn(text: string): Blueprint | undefined {
  if (!/^\s*\{/u.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  if (Array.isArray(value["terms"])) return parseBlueprint(value);
  return isRecord(value["blueprint"]) ? parseBlueprint(value["blueprint"]) : undefined;
}

async function sourceOfPicture(
  opened: OpenedInput,
  services: Services,
  options: { readonly vocabulary?: Vocabulary },
): Promise<Source> {
  const { blueprint, measurements, warnings } = await describe(opened.bytes, options, {
    ...services,
    open: () => Promise.resolve(opened),
  });
  return { name: opened.name, kind: "picture", blueprint, measurements, warnings };
}

/**
 * What a file holds, by its bytes: a picture (described first), a blueprint as JSON, or a prompt as text.
 *
 * @throws ImpromptError `input-*`, `invalid-blueprint`
 */
export async function sourceOfFile(
  opened: OpenedInput,
  grammar: GrammarId | "auto",
  services: Services,
  options: { readonly vocabulary?: Vocabulary } = {},
): Promise<Source> {
  const sniffed = sniff(opened.bytes);
  if (sniffed !== null && "format" in sniffed) return sourceOfPicture(opened, services, options);
  if (opened.bytes.includes(0)) {
    throw new ImpromptError("input-unsupported", "this is neither a picture nor a text", {
      where: opened.name,
      hint: "Give a picture, a blueprint as JSON, or a prompt as text.",
    });
  }
  const text = new TextDecoder().decode(opened.bytes).trim();
  const blueprint = blueprintIn(text);
  if (blueprint !== undefined) return { name: opened.name, kind: "blueprint", blueprint, warnings: [] };
  return sourceOfText(text, grammar, options, opened.name);
}
