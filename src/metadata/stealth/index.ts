export type { HidingChannel, HidingPixels } from "./planes.js";
export { readHiddenTexts } from "./read-hidden-texts.js";
export { writeHiddenText } from "./write-hidden-text.js";
