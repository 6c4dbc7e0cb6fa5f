/** Which of the two prompts a text or a link serves. */
export type Role = "positive" | "negative";

/** Longer names are no tool's; the bound keeps every pattern below cheap. */
const LONGEST_NAME = 64;

const NEGATIVE = /negative|(?:^|_)neg(?:_|\d|$)|uncond|conditioning ?-$/i;
const POSITIVE = /positive|(?:^|_)pos(?:_|\d|$)|conditioning ?\+$/i;

/** The role that an input's or output's name states. */
export function roleOf(name: string): Role | null {
  if (name.length > LONGEST_NAME) return null;
  if (NEGATIVE.test(name)) return "negative";
  return POSITIVE.test(name) ? "positive" : null;
}

const TEXTUAL =
  /^(?:(?:positive|negative|pos|neg|base|main|user|input|final|populated|wildcard|multiline|styled|refiner|global|opt)_)*(?:text|prompt|string|caption|str)s?(?:_?(?:positive|negative|pos|neg|prompt|text|input|[a-h]|l|\d{1,3}))*$|^(?:positive|negative)(?:_\d{1,3})?$|^(?:clip_[lgh]|t5(?:xxl)?|llama|gemma|qwen\w{0,8}|tags|description|value)$/i;

/** Names under which nodes take words of a prompt (and not a file name, a mode or a region's key words). */
export function isTextual(name: string): boolean {
  return name.length <= LONGEST_NAME && TEXTUAL.test(name);
}

/** Names that hold words when literal, and anything at all when linked. */
export function isBare(name: string): boolean {
  return /^(?:positive|negative|value)$/i.test(name);
}

/** Links that carry several things at once, the prompts among them. */
export function isBundle(name: string): boolean {
  return /pipe|ctx|context|(?:^|_)bus|tuple|bundle|guider|embeds/i.test(name);
}

/** Links that carry an encoded prompt. */
export function isConditioning(name: string): boolean {
  return /(?:^|_)cond|regions|^guidance$/i.test(name) || roleOf(name) !== null;
}

const FOREIGN =
  /^(?:\w*_)?(?:model|unet|clip|vae|images?|masks?|latents?|latent_image|samples|pixels|sigmas|noise|sampler|segs|control_?net|detector|hook|stack|seed|width|height|batch_size|steps|cfg)(?:_opt|_\d+)?$|^clip_vision|^control|^lora|^sam_/i;

/** Links on which no word of a prompt travels. */
export function isForeign(name: string): boolean {
  return name.length > LONGEST_NAME || FOREIGN.test(name);
}
