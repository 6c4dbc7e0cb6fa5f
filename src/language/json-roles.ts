/** What a member of a structured prompt is, by its key. */
export type JsonRole = "words" | "lettering" | "exclusion" | "parameter" | "structure";

const ROLES: Readonly<Record<Exclude<JsonRole, "words">, string>> = {
  lettering: "text lettering caption inscription",
  exclusion:
    "negative negative_prompt negative_prompts negatives avoid exclude excluded excludes exclusions without no",
  parameter:
    "aspect_ratio ar resolution size width height seed steps guidance guidance_scale cfg cfg_scale sampler scheduler style_type style_preset weight rendering_speed magic_prompt model num_images output_format strength",
  structure: "type id bbox box version schema index",
};

const ROLE_OF: ReadonlyMap<string, JsonRole> = new Map(
  (Object.keys(ROLES) as (keyof typeof ROLES)[]).flatMap((role) =>
    ROLES[role].split(" ").map((key): [string, JsonRole] => [key, role]),
  ),
);

/** The keys of a path, innermost last, in snake case: "aspectRatio" and "Aspect Ratio" are "aspect_ratio". */
function keysOf(path: string): string[] {
  return path
    .replace(/\[\]/gu, "")
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "_")
    .toLowerCase()
    .split(".")
    .map((key) => key.trim().replace(/[\s-]+/gu, "_"));
}

/** An exclusion holds for all within it; every other role is its own key's. */
export function jsonRole(path: string): JsonRole {
  const keys = keysOf(path);
  if (keys.some((key) => ROLE_OF.get(key) === "exclusion")) return "exclusion";
  return ROLE_OF.get(keys.at(-1) ?? "") ?? "words";
}

/** The innermost key as words: "focal_length" is "focal length". */
export function keyWords(path: string): string {
  return (
    path
      .replace(/(?:\[\])+$/u, "")
      .split(".")
      .at(-1) ?? ""
  )
    .replace(/[\s_-]+/gu, " ")
    .trim();
}
