import { smoothstep } from "../noise.js";
import type { Surface } from "./facade.js";
import type { Sign } from "./street.js";
import { strokeDistance } from "./stroke-letters.js";

/** The face of a sign, `u` 0..1 from its left and `v` 0..1 from its top; `soft` as a rough mirror shows it. */
export function signFace(sign: Sign, u: number, v: number, soft: boolean, out: Surface): void {
  const { width, height, text, tube, border, panel } = sign;
  const x = u * width;
  const y = v * height;
  const upright = height > width * 1.2;
  const count = text.length;
  const cellWidth = upright ? width : (width - 0.16) / count;
  const cellHeight = upright ? (height - 0.24) / count : height;
  const along = upright ? (y - 0.12) / cellHeight : (x - 0.08) / cellWidth;
  const index = Math.min(count - 1, Math.max(0, Math.floor(along)));
  const boxWidth = cellWidth * (upright ? 0.52 : 0.78);
  const boxHeight = cellHeight * (upright ? 0.74 : 0.56);
  const left = upright ? (width - boxWidth) / 2 : 0.08 + index * cellWidth + (cellWidth - boxWidth) / 2;
  const top = upright ? 0.12 + index * cellHeight + (cellHeight - boxHeight) / 2 : (height - boxHeight) / 2;
  const letter = text[index] ?? " ";
  const away = strokeDistance(
    letter,
    (x - left) / boxWidth,
    (y - top) / boxWidth / (boxHeight / boxWidth),
    boxHeight / boxWidth,
  );
  const distance = away * boxWidth;
  const edge = Math.min(x, width - x, y, height - y);
  if (panel) {
    const ink = 1 - smoothstep(0.045, 0.065, distance);
    const rim = edge < 0.04 ? 0.3 : 1;
    const lamp = 1.5 * rim * (1 - 0.92 * ink) * (0.85 + 0.15 * Math.cos(y * 9));
    out.red = (0.25 + 0.75 * tube[0]) * lamp;
    out.green = (0.25 + 0.75 * tube[1]) * lamp;
    out.blue = (0.25 + 0.75 * tube[2]) * lamp;
    out.albedo = 0.05;
    return;
  }
  const core = tubeLight(distance, soft);
  const frame = tubeLight(Math.abs(edge - 0.06), soft) * 0.8;
  out.red = core * (tube[0] + 0.12) + frame * (border[0] + 0.08);
  out.green = core * (tube[1] + 0.12) + frame * (border[1] + 0.08);
  out.blue = core * (tube[2] + 0.12) + frame * (border[2] + 0.08);
  out.albedo = 0.03;
}

/** A glass tube 5 cm wide, and the glow that it throws on the panel behind; soft, the same light spread wider. */
function tubeLight(distance: number, soft: boolean): number {
  if (soft) return 2.6 * Math.exp(-((distance / 0.09) ** 2));
  return 9 * (1 - smoothstep(0.02, 0.035, distance)) + 0.16 / (1 + (distance / 0.07) ** 2);
}
