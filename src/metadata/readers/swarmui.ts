import type { Carrier } from "../carrier.js";
import { isRecord, parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { namedFields } from "./named-fields.js";
import { recoveredFrom } from "./recovered-json.js";

/** SwarmUI: an object `sui_image_params`, in PNG "parameters" or in any EXIF text (older ones in Model). */
export const swarmuiReader: Reader = { id: "swarmui", read: readSwarm };

function readSwarm(carrier: Carrier): Recovered | null {
  for (const block of carrier.texts) {
    if (!block.text.includes('"sui_image_params"')) continue;
    const params = parseJsonObject(block.text)?.["sui_image_params"];
    if (!isRecord(params)) continue;
    return recoveredFrom(
      { carrier, block, tool: "SwarmUI", grammar: "a1111", confidence: 1 },
      namedFields(params),
    );
  }
  return null;
}
