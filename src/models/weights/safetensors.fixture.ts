import { readFileSync } from "node:fs";

/** A tensor as a safetensors file holds it. */
export interface Packed {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** The bytes of a file of these tensors. */
export function packSafetensors(tensors: { readonly [name: string]: Packed }): Uint8Array {
  const entries: [string, unknown][] = [];
  let end = 0;
  for (const [name, { dtype, shape, bytes }] of Object.entries(tensors)) {
    entries.push([name, { dtype, shape, data_offsets: [end, end + bytes.length] }]);
    end += bytes.length;
  }
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const length = new Uint8Array(new BigUint64Array([BigInt(header.length)]).buffer);
  return Buffer.concat([length, header, ...Object.values(tensors).map(({ bytes }) => bytes)]);
}

/** The tensors of a small file. */
export function unpackSafetensors(path: string): { [name: string]: Packed } {
  const file = readFileSync(path);
  const start = 8 + Number(file.readBigUInt64LE(0));
  const header: { [name: string]: { dtype: string; shape: number[]; data_offsets: [number, number] } } =
    JSON.parse(file.subarray(8, start).toString("utf8"));
  const { __metadata__: _, ...entries } = header;
  return Object.fromEntries(
    Object.entries(entries).map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => [name, { dtype, shape, bytes: Uint8Array.from(file.subarray(start + from, start + to)) }],
    ),
  );
}
