/** Half-precision numbers (IEEE 754 binary16) as their bits; Node 20 has no Float16Array. */

const word = new Float32Array(1);
const bits = new Uint32Array(word.buffer);

let widened: Float32Array | undefined;

/** The value of each of the 65,536 bit patterns. */
function valuesOfHalf(): Float32Array {
  if (widened !== undefined) return widened;
  const values = new Float32Array(65_536);
  for (let half = 0; half < 65_536; half++) {
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    const magnitude =
      exponent === 0
        ? fraction * 2 ** -24
        : exponent === 31
          ? fraction === 0
            ? Number.POSITIVE_INFINITY
            : Number.NaN
          : (1024 + fraction) * 2 ** (exponent - 25);
    values[half] = half >= 32_768 ? -magnitude : magnitude;
  }
  widened = values;
  return values;
}

function halfOf(value: number): number {
  word[0] = value;
  const single = bits[0] as number;
  const sign = (single >>> 16) & 0x8000;
  const magnitude = single & 0x7fff_ffff;
  if (magnitude > 0x7f80_0000) return sign | 0x7e00;
  if (magnitude >= 0x477f_f000) return sign | 0x7c00;
  if (magnitude < 0x3880_0000) {
    // Subnormal: whole steps of 2^-24, a tie to the even one.
    const steps = Math.abs(word[0] as number) * 2 ** 24;
    const floor = Math.floor(steps);
    const rest = steps - floor;
    return sign | (rest > 0.5 || (rest === 0.5 && (floor & 1) === 1) ? floor + 1 : floor);
  }
  const odd = (magnitude >>> 13) & 1;
  return sign | ((magnitude - 0x3800_0000 + 0xfff + odd) >>> 13);
}

/** The nearest half of each number, ties to even; what is too large becomes infinite. */
export function toHalf(values: Float32Array): Uint16Array {
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) halves[i] = halfOf(values[i] as number);
  return halves;
}

/** Writes the values of `halves` into `target` from `at` on. */
export function fromHalf(halves: Uint16Array, target: Float32Array, at = 0): void {
  const values = valuesOfHalf();
  for (let i = 0; i < halves.length; i++) target[at + i] = values[halves[i] as number] as number;
}
