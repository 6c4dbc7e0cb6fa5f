/** How photographers write the makers that EXIF shouts. */
const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^nikon\b/i, "Nikon"],
  [/^canon\b/i, "Canon"],
  [/^sony\b/i, "Sony"],
  [/^fuji/i, "Fujifilm"],
  [/^olympus\b/i, "Olympus"],
  [/^om digital\b/i, "OM System"],
  [/^(?:pentax|asahi)\b/i, "Pentax"],
  [/^ricoh\b/i, "Ricoh"],
  [/^panasonic\b/i, "Panasonic"],
  [/^leica\b/i, "Leica"],
  [/^hasselblad\b/i, "Hasselblad"],
  [/^phase ?one\b/i, "Phase One"],
  [/^sigma\b/i, "Sigma"],
  [/^(?:konica )?minolta\b/i, "Minolta"],
  [/^eastman kodak|^kodak\b/i, "Kodak"],
  [/^casio\b/i, "Casio"],
  [/^samsung\b/i, "Samsung"],
  [/^apple\b/i, ""],
  [/^google\b/i, "Google"],
  [/^dji\b/i, "DJI"],
  [/^gopro\b/i, "GoPro"],
  [/^huawei\b/i, "Huawei"],
  [/^xiaomi\b/i, "Xiaomi"],
  [/^oneplus\b/i, "OnePlus"],
  [/^(?:motorola|nokia|oppo|vivo|realme|blackmagic|arri|red|mamiya|polaroid)\b/i, "as written"],
];

const ROMAN = ["", "", "II", "III", "IV", "V", "VI", "VII", "VIII"];

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** "ILCE-7RM3" is sold as the A7R III. */
function soldAs(maker: string, model: string): string {
  const alpha = maker === "Sony" ? /^ILCE-(\d{1,4}[A-Z]?)(?:M(\d))?[A-Z]?$/u.exec(model) : null;
  if (alpha !== null) return `A${alpha[1] ?? ""} ${ROMAN[Number(alpha[2] ?? 0)] ?? ""}`.trim();
  const compact = maker === "Sony" ? /^DSC-(RX\d{1,4}[A-Z]?)(?:M(\d))?$/u.exec(model) : null;
  if (compact !== null) return `${compact[1] ?? ""} ${ROMAN[Number(compact[2] ?? 0)] ?? ""}`.trim();
  if (maker === "Nikon")
    return model
      .replace(/^Z (?=\d)/u, "Z")
      .replace(/_(\d)$/u, (_, mark: string) => ` ${ROMAN[Number(mark)] ?? mark}`);
  return model;
}

/**
 * The camera as a photographer would name it: "Nikon D850", "iPhone 13 Pro". Nothing where the tags name no camera
 * that anybody knows by name: scanners, codes of phones, tags that a tool has put to its own use.
 */
export function bodyName(make: string | undefined, model: string | undefined): string | undefined {
  const given = (model ?? "").replace(/\0.*$/su, "").trim();
  const maker = (make ?? "").replace(/\0.*$/su, "").trim();
  if (given === "" || given.length > 40 || maker.length > 40 || /[{}:;"<>\\]/u.test(given + maker))
    return undefined;
  if (
    /scan|perfection|unknown|^digital camera$|^camera$|^none$|^sm-|^lm-|^cph|^[a-z]{3}-(?:l|al|tl|an|nx)\d{2}\w*$/iu.test(
      given,
    )
  )
    return undefined;
  const known = MAKERS.find(([says]) => says.test(maker) || says.test(given));
  if (known === undefined || !/[\p{L}\p{N}]/u.test(given)) return undefined;
  const name = known[1] === "as written" ? capitalised((maker || given).split(" ")[0] ?? "") : known[1];
  const words = given.split(/\s+/u);
  const repeated = known[0].test(given) && name !== "";
  const bare = repeated
    ? words
        .slice(1)
        .join(" ")
        .replace(/^(?:corporation|imaging|camera ag)\s*/iu, "")
    : words.join(" ");
  const sold = soldAs(name, bare);
  return sold === "" ? undefined : `${name} ${sold}`.trim();
}
