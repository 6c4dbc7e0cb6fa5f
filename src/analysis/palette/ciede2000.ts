/** A CIELAB color: lightness 0..100, a and b about -128..128. */
export interface Cielab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const RADIANS = Math.PI / 180;
const HIGH_CHROMA = 25 ** 7;

function seventhPower(chroma: number): number {
  const power = chroma ** 7;
  return Math.sqrt(power / (power + HIGH_CHROMA));
}

function degrees(b: number, a: number): number {
  if (a === 0 && b === 0) return 0;
  const angle = Math.atan2(b, a) / RADIANS;
  return angle < 0 ? angle + 360 : angle;
}

/** Difference and mean of two hues in degrees; a color without chroma takes the other's hue. */
function hues(
  one: number,
  other: number,
  chromatic: boolean,
): { readonly delta: number; readonly mean: number } {
  if (!chromatic) return { delta: 0, mean: one + other };
  const raw = other - one;
  const delta = raw > 180 ? raw - 360 : raw < -180 ? raw + 360 : raw;
  const sum = one + other;
  if (Math.abs(raw) <= 180) return { delta, mean: sum / 2 };
  return { delta, mean: sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2 };
}

/**
 * CIEDE2000 with all weights 1: about 1 is just noticeable.
 *
 * @source Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula: implementation notes, supplementary test data,
 * and mathematical observations", Color Research and Application 30 (2005)
 */
export function ciede2000(one: Cielab, other: Cielab): number {
  const plain = (Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2;
  const stretch = 1 + 0.5 * (1 - seventhPower(plain));
  const a1 = one.a * stretch;
  const a2 = other.a * stretch;
  const c1 = Math.hypot(a1, one.b);
  const c2 = Math.hypot(a2, other.b);
  const { delta, mean } = hues(degrees(one.b, a1), degrees(other.b, a2), c1 * c2 !== 0);

  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin((delta / 2) * RADIANS);
  const lightness = (one.l + other.l) / 2;
  const chroma = (c1 + c2) / 2;
  const tint =
    1 -
    0.17 * Math.cos((mean - 30) * RADIANS) +
    0.24 * Math.cos(2 * mean * RADIANS) +
    0.32 * Math.cos((3 * mean + 6) * RADIANS) -
    0.2 * Math.cos((4 * mean - 63) * RADIANS);
  const off = (lightness - 50) ** 2;
  const sl = 1 + (0.015 * off) / Math.sqrt(20 + off);
  const sc = 1 + 0.045 * chroma;
  const sh = 1 + 0.015 * chroma * tint;
  const turn = 30 * Math.exp(-(((mean - 275) / 25) ** 2));
  const rotation = -Math.sin(2 * turn * RADIANS) * 2 * seventhPower(chroma);

  const l = (other.l - one.l) / sl;
  const c = (c2 - c1) / sc;
  const h = deltaHue / sh;
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}
