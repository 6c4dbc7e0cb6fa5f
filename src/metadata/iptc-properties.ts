import { decodeText, trimNuls } from "./containers/decode-text.js";

/** The texts of an IPTC-IIM data set that describe the picture. */
export interface IptcProperties {
  readonly title?: string;
  readonly headline?: string;
  readonly caption?: string;
  readonly creator?: string;
  readonly keywords: readonly string[];
}

const MAX_DATA_SETS = 5000;

/**
 * UTF-8 is taken where the bytes are valid UTF-8, Latin-1 otherwise, since few writers declare what they use.
 *
 * @source IPTC-NAA Information Interchange Model 4.2, §§1.5, 6 (record 2)
 */
export function iptcProperties(block: Uint8Array): IptcProperties {
  const single = new Map<number, string>();
  const keywords: string[] = [];
  const start = block.indexOf(0x1c);
  let at = start < 0 ? block.length : start;
  for (let i = 0; i < MAX_DATA_SETS && at + 5 <= block.length && block[at] === 0x1c; i += 1) {
    const record = block[at + 1];
    const dataSet = block[at + 2] ?? 0;
    const size = ((block[at + 3] ?? 0) << 8) | (block[at + 4] ?? 0);
    // A set high bit announces a longer length; no text of record 2 needs one.
    if (size >= 0x8000 || at + 5 + size > block.length) break;
    const text = trimNuls(decodeText(block.subarray(at + 5, at + 5 + size))).trim();
    if (record === 2 && text !== "") {
      if (dataSet === 25) keywords.push(text);
      else if (!single.has(dataSet)) single.set(dataSet, text);
    }
    at += 5 + size;
  }
  const of = <Key extends string>(key: Key, dataSet: number): { readonly [K in Key]?: string } => {
    const text = single.get(dataSet);
    return text === undefined ? {} : ({ [key]: text } as { readonly [K in Key]: string });
  };
  return { ...of("title", 5), ...of("headline", 105), ...of("caption", 120), ...of("creator", 80), keywords };
}
