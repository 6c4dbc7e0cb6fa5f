import type { Sharp } from "sharp";
import sharp from "sharp";

const SIZE = 512;
const BLADES = ["#ff5d5d", "#ffa63d", "#ffd84d", "#35c48d", "#2f8ff0", "#7c5cf0"] as const;

/** A camera's iris of six flat blades around a text cursor, on a transparent ground. */
export function flatLogo(): Sharp {
  const middle = SIZE / 2;
  const point = (radius: number, degrees: number): string => {
    const angle = (degrees * Math.PI) / 180;
    return `${(middle + radius * Math.cos(angle)).toFixed(2)} ${(middle + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const blades = BLADES.map((colour, i) => {
    const turn = i * 60 - 90;
    // From the hexagon's corner straight on along its side to the rim, round it, and back along the next blade's edge.
    return `<path fill="${colour}" d="M${point(108, turn)}L${point(224, turn + 35.32)}A224 224 0 0 1 ${point(224, turn + 95.32)}L${point(108, turn + 60)}Z"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}">
    ${blades.join("")}
    <polygon fill="#16213e" points="${[0, 1, 2, 3, 4, 5].map((i) => point(109, i * 60 - 90).replace(" ", ",")).join(" ")}"/>
    <rect x="${middle - 11}" y="${middle - 52}" width="22" height="104" rx="4" fill="#ffffff"/>
    <rect x="${middle - 34}" y="${middle - 60}" width="68" height="18" rx="9" fill="#ffffff"/>
    <rect x="${middle - 34}" y="${middle + 42}" width="68" height="18" rx="9" fill="#ffffff"/>
  </svg>`;
  return sharp(Buffer.from(svg));
}
