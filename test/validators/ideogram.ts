import type { Prompt } from "../../src/dialects/types.js";
import { characters, checkNoNegative, checkOneOf, checkSentences, checkSpans } from "./prose-rules.js";

const RATIOS = [
  "1x3",
  "3x1",
  "1x2",
  "2x1",
  "9x16",
  "16x9",
  "10x16",
  "16x10",
  "2x3",
  "3x2",
  "3x4",
  "4x3",
  "4x5",
  "5x4",
  "1x1",
];

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkElement(element: unknown): string[] {
  if (!isObject(element)) return ["an element is no object"];
  const wrong: string[] = [];
  if (element["type"] !== "obj" && element["type"] !== "text")
    wrong.push("an element is neither obj nor text");
  if (typeof element["desc"] !== "string" || element["desc"] === "")
    wrong.push("an element is not described");
  if (element["type"] === "text" && typeof element["text"] !== "string")
    wrong.push("a text element has no text");
  const box = element["bbox"];
  if (box === undefined) return wrong;
  const sides: unknown[] = Array.isArray(box) ? box : [];
  const [top, left, bottom, right] = sides.map(Number);
  const inside =
    sides.length === 4 &&
    sides.every((side) => Number.isInteger(side) && Number(side) >= 0 && Number(side) <= 1000);
  if (!inside || Number(top) > Number(bottom) || Number(left) > Number(right))
    wrong.push("a box is off the grid");
  return wrong;
}

/** The caption's schema: fixed keys, exactly one of photo and art_style, upper-case colours, at most 16. */
function checkCaption(text: string): string[] {
  let caption: unknown;
  try {
    caption = JSON.parse(text);
  } catch {
    return ["is not JSON"];
  }
  if (!isObject(caption)) return ["is no object"];
  const wrong: string[] = [];
  const keys = ["high_level_description", "style_description", "compositional_deconstruction"];
  if (Object.keys(caption).some((key) => !keys.includes(key))) wrong.push("unknown key");
  const style = caption["style_description"];
  if (style !== undefined) {
    if (!isObject(style)) return ["style_description is no object"];
    if ("photo" in style === "art_style" in style) wrong.push("photo and art_style are not exactly one");
    if (typeof style["medium"] !== "string") wrong.push("no medium");
    const order = (
      "photo" in style
        ? "aesthetics lighting photo medium color_palette"
        : "aesthetics lighting medium art_style color_palette"
    ).split(" ");
    const places = Object.keys(style).map((key) => order.indexOf(key));
    if (places.some((place, index) => place < (places[index - 1] ?? 0)))
      wrong.push("style keys are out of order");
    const colours = style["color_palette"];
    if (
      Array.isArray(colours) &&
      (colours.length > 16 || colours.some((colour) => !/^#[0-9A-F]{6}$/u.test(String(colour))))
    )
      wrong.push("palette");
  }
  const parts = caption["compositional_deconstruction"];
  if (!isObject(parts) || typeof parts["background"] !== "string") return [...wrong, "no background"];
  const elements: unknown = parts["elements"];
  return Array.isArray(elements) ? [...wrong, ...elements.flatMap(checkElement)] : [...wrong, "no elements"];
}

/** Ideogram: 3 and character take a negative prompt and a ratio, 4 neither; 4-json is the structured caption. */
export function validate(prompt: Prompt, version: string): string[] {
  const wrong = [
    ...checkSpans(prompt),
    ...(version === "4-json" ? checkCaption(prompt.text) : checkSentences(prompt)),
  ];
  if (characters(prompt.text) > 10000) wrong.push("more than 10,000 characters");
  if (version.startsWith("4")) {
    wrong.push(...checkNoNegative(prompt));
    const { width, height } = prompt.parameters;
    const pixels = Number(width) * Number(height);
    if (!(pixels > 3_300_000 && pixels < 4_300_000)) wrong.push("is not about 2K");
    if (version === "4-json" && "magic-prompt" in prompt.parameters)
      wrong.push("json_prompt takes no magic prompt");
    return wrong;
  }
  if (prompt.negative === null) wrong.push("no negative prompt");
  const styles =
    version === "character"
      ? ["AUTO", "FICTION", "REALISTIC"]
      : ["AUTO", "GENERAL", "REALISTIC", "DESIGN", "FICTION"];
  return [
    ...wrong,
    ...checkOneOf(prompt, "aspect-ratio", RATIOS, true),
    ...checkOneOf(prompt, "style-type", styles),
    ...checkOneOf(prompt, "magic-prompt", ["AUTO", "ON", "OFF"]),
    ...checkOneOf(prompt, "rendering-speed", ["TURBO", "DEFAULT", "QUALITY"]),
  ];
}
