/**
 * A phrase that AUTOMATIC1111, Forge and ComfyUI read as plain words: backslashes, parentheses and square
 * brackets escaped, and the capital operators AND and BREAK in lower case, which CLIP does not distinguish.
 * LoRA tags in angle brackets stay: whoever wrote one meant it.
 *
 * @source AUTOMATIC1111 modules/prompt_parser.py and modules/sd_hijack_clip.py; ComfyUI comfy/sd1_clip.py
 */
export function escapeA1111(text: string): string {
  return text
    .replace(/[\\()[\]]/gu, (character) => `\\${character}`)
    .replace(/\b(?:AND|BREAK)\b/gu, (operator) => operator.toLowerCase());
}
