import { clamp } from "../../base/number.js";
import { LINEAR_OF_BYTE, toOklab } from "../../image/oklab.js";
import type { Cielab } from "./ciede2000.js";

type Triple = readonly [number, number, number];

/** @source Björn Ottosson, "A perceptual color space for image processing", 2020 (inverse matrices of 2021-01-25) */
function linearOfOklab(l: number, a: number, b: number): Triple {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

/** @source IEC 61966-2-1 */
function byteOfLinear(value: number): number {
  const inside = clamp(value, 0, 1);
  const encoded = inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

/** "#rrggbb", each channel clipped to sRGB and rounded. */
export function hexOfOklab(l: number, a: number, b: number): string {
  const bytes = linearOfOklab(l, a, b).map(byteOfLinear);
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function labCurve(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116;
}

/**
 * CIELAB under D65 of "#rrggbb".
 *
 * @source CIE 15:2018; sRGB matrix of IEC 61966-2-1 with the white point (0.3127, 0.3290)
 */
export function cielabOfHex(hex: string): Cielab {
  const packed = Number.parseInt(hex.slice(1), 16);
  const red = LINEAR_OF_BYTE[packed >> 16] as number;
  const green = LINEAR_OF_BYTE[(packed >> 8) & 255] as number;
  const blue = LINEAR_OF_BYTE[packed & 255] as number;
  const x = labCurve((0.4123908 * red + 0.3575843 * green + 0.1804808 * blue) / 0.9504559);
  const y = labCurve(0.212639 * red + 0.7151687 * green + 0.0721923 * blue);
  const z = labCurve((0.0193308 * red + 0.1191948 * green + 0.9505322 * blue) / 1.0890578);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

/** OKLab of "#rrggbb". */
export function oklabOfHex(hex: string): { readonly l: number; readonly a: number; readonly b: number } {
  const packed = Number.parseInt(hex.slice(1), 16);
  const data = Uint8Array.of(packed >> 16, (packed >> 8) & 255, packed & 255);
  const planes = toOklab({ width: 1, height: 1, data });
  return { l: planes.l[0] as number, a: planes.a[0] as number, b: planes.b[0] as number };
}
