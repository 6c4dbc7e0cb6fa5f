import { ImpromptError } from "../../base/error.js";
import type { KnownModel } from "./manifest.js";

/** "ViT-L/14 (openai)" and "vit-l-14/openai" are one name. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

function spellingsOf(model: KnownModel): string[] {
  return [model.name, ...model.aliases, ...model.sources.map(({ repository }) => repository)];
}

/** The known model of a name: its own, another that it goes by, or its repository's, case and punctuation aside. */
export function findKnown(models: readonly KnownModel[], name: string): KnownModel | undefined {
  const key = keyOf(name);
  if (key === "") return undefined;
  return models.find((model) => spellingsOf(model).some((spelling) => keyOf(spelling) === key));
}

/** @throws ImpromptError `model-unknown` */
export function refuseName(models: readonly KnownModel[], name: string): never {
  throw new ImpromptError("model-unknown", "no model has this name", {
    where: name,
    hint: `There are ${models.map((model) => model.name).join(", ")}.`,
  });
}

/** Name of a model's folder in the store. "/" is the one character of a name that a folder cannot have. */
export function folderOf(name: string): string {
  return name.replaceAll("/", "--");
}

/**
 * A name that a model may be kept under: it becomes a folder's.
 *
 * @throws ImpromptError `invalid-option`
 */
export function checkName(name: string): string {
  if (/^[a-z0-9][\w.+-]*(?:\/[\w.+-]+)?$/iu.test(name) && !name.includes("..") && !name.includes("--")) {
    return name;
  }
  throw new ImpromptError("invalid-option", "a model cannot have this name", {
    where: name,
    hint: "Take letters, digits and . _ + -, with one slash at most, such as ViT-L-14/openai.",
  });
}
