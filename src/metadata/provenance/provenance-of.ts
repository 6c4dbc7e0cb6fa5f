import type { Carrier } from "../carrier.js";
import type { Provenance } from "../types.js";
import type { XmpProperties } from "../xmp-properties.js";
import { c2paProvenance } from "./c2pa.js";
import { isAiSource, sourceTypeOf } from "./digital-source.js";

/** C2PA's word before IPTC's, unless only IPTC says that a machine made the picture. Null where neither speaks. */
export function provenanceOf(carrier: Carrier, xmp: XmpProperties): Provenance | null {
  const signed = carrier.c2pa === null ? null : c2paProvenance(carrier.c2pa);
  const stated = iptcProvenance(xmp);
  if (signed === null) return stated;
  return !signed.madeByAi && stated?.madeByAi === true ? stated : signed;
}

function iptcProvenance(xmp: XmpProperties): Provenance | null {
  const value = xmp.get("Iptc4xmpExt:DigitalSourceType")?.[0];
  const type = value === undefined ? undefined : sourceTypeOf(value);
  if (type === undefined) return null;
  const by =
    xmp.get("Iptc4xmpExt:AISystemUsed")?.[0] ??
    xmp.get("photoshop:Credit")?.[0] ??
    xmp.get("xmp:CreatorTool")?.[0];
  return {
    digitalSourceType: type,
    madeByAi: isAiSource(type),
    ...(by === undefined || by.trim() === "" ? {} : { by: by.trim().slice(0, 100) }),
    standard: "IPTC",
  };
}
