import type { Carrier } from "../carrier.js";
import { parseJsonObject } from "../lenient-json.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { xmpProperties } from "../xmp-properties.js";
import { namedFields } from "./named-fields.js";
import { recoveredFrom } from "./recovered-json.js";

/** Draw Things: JSON in the XMP property exif:UserComment, prompt `c` and negative `uc`. */
export const drawThingsReader: Reader = { id: "draw-things", read: readDrawThings };

function readDrawThings(carrier: Carrier): Recovered | null {
  if (carrier.xmp === null || !carrier.xmp.includes("UserComment")) return null;
  const properties = xmpProperties(carrier.xmp);
  const comment = properties.get("exif:UserComment")?.[0];
  const json = comment === undefined ? null : parseJsonObject(comment);
  const isOwn = properties.get("xmp:CreatorTool")?.[0]?.startsWith("Draw Things") === true;
  if (comment === undefined || json === null || typeof json["c"] !== "string") return null;
  const block = { container: "XMP", key: "UserComment", text: comment };
  const source = {
    carrier,
    block,
    tool: "Draw Things",
    grammar: "a1111",
    confidence: isOwn ? 1 : 0.9,
  } as const;
  const recovered = recoveredFrom(source, namedFields({ ...json, prompt: json["c"] }));
  return { ...recovered, raw: { ...recovered.raw, UserComment: json } };
}
