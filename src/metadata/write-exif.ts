/** Texts of an EXIF block. */
export interface ExifTexts {
  readonly imageDescription?: string;
  readonly make?: string;
  readonly model?: string;
  readonly software?: string;
  readonly artist?: string;
  /** Written as UTF-16 behind "UNICODE", in the block's own byte order. */
  readonly userComment?: string;
  readonly makerNote?: string;
}

interface Entry {
  readonly tag: number;
  readonly type: 2 | 4 | 7;
  readonly value: Uint8Array;
}

/**
 * A TIFF-structured EXIF block that holds these texts, big-endian unless told otherwise; texts but the user comment
 * are UTF-8 closed by NUL.
 *
 * @source TIFF 6.0 §2; CIPA DC-008 (EXIF 2.32) §4.6
 */
export function exifBlock(texts: ExifTexts, options: { readonly littleEndian?: boolean } = {}): Uint8Array {
  const little = options.littleEndian === true;
  const main: Entry[] = [];
  const plain = (tag: number, text: string | undefined): void => {
    if (text !== undefined) main.push({ tag, type: 2, value: Buffer.from(`${text}\0`, "utf8") });
  };
  plain(0x010e, texts.imageDescription);
  plain(0x010f, texts.make);
  plain(0x0110, texts.model);
  plain(0x0131, texts.software);
  plain(0x013b, texts.artist);
  const sub: Entry[] = [];
  if (texts.makerNote !== undefined)
    sub.push({ tag: 0x927c, type: 7, value: Buffer.from(texts.makerNote, "utf8") });
  if (texts.userComment !== undefined)
    sub.push({ tag: 0x9286, type: 7, value: unicode(texts.userComment, little) });
  const head = Buffer.alloc(8);
  head.write(little ? "II" : "MM", 0, "latin1");
  put16(head, 2, 42, little);
  put32(head, 4, 8, little);
  if (sub.length === 0) return Buffer.concat([head, directory(main, 8, little)]);
  const pointer = (at: number): Entry => {
    const value = Buffer.alloc(4);
    put32(value, 0, at, little);
    return { tag: 0x8769, type: 4, value };
  };
  const size = directory([...main, pointer(0)], 8, little).length;
  const first = directory([...main, pointer(8 + size)], 8, little);
  return Buffer.concat([head, first, directory(sub, 8 + size, little)]);
}

/** One directory and, behind it, the values that do not fit into four bytes. */
function directory(entries: readonly Entry[], start: number, little: boolean): Uint8Array {
  const table = Buffer.alloc(2 + entries.length * 12 + 4);
  const values: Uint8Array[] = [];
  let valueAt = start + table.length;
  put16(table, 0, entries.length, little);
  entries.forEach((entry, index) => {
    const at = 2 + index * 12;
    put16(table, at, entry.tag, little);
    put16(table, at + 2, entry.type, little);
    put32(table, at + 4, entry.type === 4 ? 1 : entry.value.length, little);
    if (entry.value.length <= 4) table.set(entry.value, at + 8);
    else {
      put32(table, at + 8, valueAt, little);
      const padded = Buffer.alloc(entry.value.length + (entry.value.length & 1));
      padded.set(entry.value);
      values.push(padded);
      valueAt += padded.length;
    }
  });
  return Buffer.concat([table, ...values]);
}

function unicode(text: string, little: boolean): Uint8Array {
  const body = Buffer.from(text, "utf16le");
  return Buffer.concat([Buffer.from("UNICODE\0", "latin1"), little ? body : body.swap16()]);
}

function put16(buffer: Buffer, at: number, value: number, little: boolean): void {
  if (little) buffer.writeUInt16LE(value, at);
  else buffer.writeUInt16BE(value, at);
}

function put32(buffer: Buffer, at: number, value: number, little: boolean): void {
  if (little) buffer.writeUInt32LE(value, at);
  else buffer.writeUInt32BE(value, at);
}
