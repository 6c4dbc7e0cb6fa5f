function isPrinted(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
}

const PRINTED: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte).filter(isPrinted);
const HIDDEN: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte).filter(
  (byte) => !isPrinted(byte),
);

/**
 * The character that stands for each byte in vocabularies of byte pairs: itself where it is printed, otherwise the
 * next one from U+0100 on.
 *
 * @source https://github.com/openai/gpt-2/blob/master/src/encoder.py `bytes_to_unicode`
 */
export const SYMBOL_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  String.fromCharCode(isPrinted(byte) ? byte : 0x100 + HIDDEN.indexOf(byte)),
);

/** Bytes in the order in which a vocabulary that is made from merges numbers them. */
export const BYTES_BY_ID: readonly number[] = [...PRINTED, ...HIDDEN];
