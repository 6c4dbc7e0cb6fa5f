/** Words of one meaning in prompts: each row's first stands for all. */
const SAME: readonly (readonly string[])[] = [
  ["shallow depth of field", "bokeh", "blurred background", "blurry background", "out of focus background"],
  ["black and white", "black and white photography", "b&w", "bw", "grayscale", "greyscale", "monochrome"],
  ["photograph", "photo", "photography", "a photo", "raw photo", "photographic"],
  ["backlit", "backlight", "backlighting", "back lighting", "contre-jour"],
  ["golden hour", "golden hour light", "golden hour lighting", "magic hour"],
  ["blue hour", "blue hour light", "blue hour lighting"],
  ["night", "at night", "night scene", "nighttime"],
  ["neon lights", "neon", "neon light", "neon lighting", "neon signs"],
  ["fog", "foggy", "mist", "misty", "haze", "hazy", "misty atmosphere", "hazy atmosphere"],
  ["centered composition", "centered", "subject centered"],
  ["minimalist composition", "minimalist", "minimalism", "minimal", "minimal composition"],
  ["symmetrical composition", "symmetrical", "symmetry", "symmetric composition"],
  ["high key lighting", "high key", "high key light"],
  ["low key lighting", "low key", "low key light"],
  ["soft light", "soft lighting", "soft diffused light", "diffused light", "diffuse light"],
  ["hard light", "hard lighting", "harsh light", "harsh lighting"],
  ["warm light", "warm lighting"],
  ["cool light", "cool lighting", "cold light", "cold lighting"],
  ["pixel art", "pixelart"],
  ["line art", "lineart", "line drawing"],
  ["3d render", "3d rendering", "cgi"],
  ["watercolor", "watercolor painting", "aquarelle"],
  ["oil painting", "oil on canvas", "oil paint"],
  ["high resolution", "highres", "hi res", "absurdres"],
];

const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([first = "", ...others]) => others.map((other) => [other, first] as const)),
);

const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/\bcolour/gu, "color"],
  [/\bgrey/gu, "gray"],
  [/\bcentred\b/gu, "centered"],
  [/\bcentre\b/gu, "center"],
];

/**
 * What a phrase means, as a key for comparing: letter case, punctuation, articles, British spelling and a few
 * true synonyms folded. Phrases with equal keys say the same; never shown to a person.
 */
export function meaningOf(text: string): string {
  let key = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[_\-‐-―/]+/gu, " ")
    .replace(/[^\p{L}\p{N}&#.:'+ ]+/gu, " ")
    .replace(/\b(?:an?|the)\s+/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.:']+|[\s.:']+$/gu, "");
  for (const [british, american] of SPELLING) key = key.replace(british, american);
  // Signs alone ("★", "^_^") fold to nothing: they mean themselves.
  if (key === "") return text.toLowerCase().replace(/^[\s,;.]+|[\s,;.]+$/gu, "");
  return STANDS_FOR.get(key) ?? key;
}
