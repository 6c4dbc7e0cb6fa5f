const DNG_VERSION = 0xc612;
const SUB_IFDS = 0x014a;
const PHOTOMETRIC = 0x0106;
const COMPRESSION = 0x0103;
/** Colour filter array and linear raw. @source DNG 1.7 specification, PhotometricInterpretation */
const RAW_PHOTOMETRIC: ReadonlySet<number> = new Set([32803, 34892]);
/** Sony ARW, Pentax PEF, Nikon NEF. @source ExifTool tag names, EXIF Compression */
const RAW_COMPRESSION: ReadonlySet<number> = new Set([32767, 65535, 34713]);
const MAX_DIRECTORIES = 24;
const MAX_ENTRIES = 512;

/**
 * Whether a classic TIFF holds a camera's sensor data: a DNG version, or in any of its first 24 directories
 * (sub-directories included) a filter-array photometry or a vendor's raw compression.
 */
export function isRawPhoto(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const u16 = (at: number) => (at + 2 <= bytes.length ? view.getUint16(at, little) : 0);
  const u32 = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, little) : 0);
  const queue = [u32(4)];
  const seen = new Set<number>();
  for (let at = queue.shift(); at !== undefined && seen.size < MAX_DIRECTORIES; at = queue.shift()) {
    if (at < 8 || at >= bytes.length || seen.has(at)) continue;
    seen.add(at);
    const entries = Math.min(u16(at), MAX_ENTRIES);
    for (let i = 0; i < entries; i++) {
      const entry = at + 2 + i * 12;
      const tag = u16(entry);
      const isShort = u16(entry + 2) === 3;
      const value = isShort ? u16(entry + 8) : u32(entry + 8);
      if (tag === DNG_VERSION) return true;
      if (tag === PHOTOMETRIC && RAW_PHOTOMETRIC.has(value)) return true;
      if (tag === COMPRESSION && RAW_COMPRESSION.has(value)) return true;
      if (tag === SUB_IFDS) {
        const count = Math.min(u32(entry + 4), 8);
        if (count === 1) queue.push(value);
        else for (let k = 0; k < count; k++) queue.push(u32(value + k * 4));
      }
    }
    queue.push(u32(at + 2 + u16(at) * 12));
  }
  return false;
}
