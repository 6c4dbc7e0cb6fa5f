import type { Carrier } from "../carrier.js";
import { textOf } from "../carrier.js";
import { parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { namedFields } from "./named-fields.js";
import { recoveredFrom } from "./recovered-json.js";

/** Easy Diffusion writes one PNG text a field, with the keys of its API or, later, those of its form. */
export const easyDiffusionReader: Reader = { id: "easy-diffusion", read: readEasyDiffusion };

function readEasyDiffusion(carrier: Carrier): Recovered | null {
  const block = textOf(carrier, "prompt");
  if (block === undefined || parseJsonObject(block.text) !== null) return null;
  const fields = namedFields(Object.fromEntries(carrier.texts.map((text) => [text.key, text.text])));
  const isOwn = ["usestablediffusionmodel", "stablediffusionmodel", "numinferencesteps", "negativeprompt"];
  if (!isOwn.some((name) => fields.has(name))) return null;
  const tool = "Easy Diffusion";
  return recoveredFrom({ carrier, block, tool, grammar: "a1111", confidence: 1 }, fields);
}
