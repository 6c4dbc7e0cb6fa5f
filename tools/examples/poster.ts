import type { Sharp } from "sharp";
import sharp from "sharp";
import { widthOf, written } from "./lettering.js";

const WIDTH = 720;
const HEIGHT = 1080;
const CREAM = "#f7e9cc";
const NIGHT = "#17264a";
const CORAL = "#e4573d";
const GOLD = "#f2a93b";
const TEAL = "#2b8a8a";

/** A poster for a harbour concert: a sun with rays, a lighthouse on waves, three lines of lettering. */
export function poster(): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" fill="none">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${CREAM}"/>
    <rect x="30" y="30" width="${WIDTH - 60}" height="${HEIGHT - 60}" fill="${NIGHT}"/>
    <svg x="30" y="30" width="${WIDTH - 60}" height="${HEIGHT - 60}" viewBox="30 30 ${WIDTH - 60} ${HEIGHT - 60}">
      ${rays()}<circle cx="360" cy="560" r="178" fill="${GOLD}"/><circle cx="360" cy="560" r="178" stroke="${CREAM}" stroke-width="7"/>
      ${lighthouse()}${waves()}
    </svg>
    ${line("HARBOUR", 70, 94, 15)}${line("MUSIC NIGHT", 192, 62, 11)}
    ${line("SUNSET CHORUS AND BRASS", 978, 24, 4.2)}
  </svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

function line(text: string, top: number, size: number, thick: number): string {
  const left = (WIDTH - widthOf(text, size)) / 2;
  return `<path d="${written(text, left, top, size)}" stroke="${CREAM}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function rays(): string {
  return (
    Array.from({ length: 24 }, (_, i) => {
      const at = (turn: number): string => {
        const angle = ((i + turn) * Math.PI) / 12;
        return `${(360 + 900 * Math.cos(angle)).toFixed(1)} ${(560 + 900 * Math.sin(angle)).toFixed(1)}`;
      };
      return `<path d="M360 560L${at(0)}L${at(0.5)}Z" fill="${CORAL}" opacity="${i % 2 === 0 ? 0.85 : 0.6}"/>`;
    }).join("") + `<rect x="30" y="30" width="${WIDTH - 60}" height="256" fill="${NIGHT}"/>`
  );
}

function lighthouse(): string {
  const bands = [0, 1, 2].map((i) => {
    const [top, low] = [500 + i * 110, 555 + i * 110];
    const half = (y: number): number => 38 + (y - 440) * 0.075;
    return `<path d="M${360 - half(top)} ${top}H${360 + half(top)}L${360 + half(low)} ${low}H${360 - half(low)}Z" fill="${CORAL}"/>`;
  });
  return `<path d="M322 440H398L432 890H288Z" fill="${CREAM}"/>${bands.join("")}
    <rect x="306" y="424" width="108" height="18" fill="${NIGHT}"/><rect x="334" y="366" width="52" height="58" fill="#fff6c8" stroke="${NIGHT}" stroke-width="7"/>
    <path d="M322 366H398L360 318Z" fill="${NIGHT}"/><rect x="346" y="640" width="28" height="42" rx="14" fill="${NIGHT}"/>
    <path d="M334 380L60 330V452L334 408ZM386 380L660 330V452L386 408Z" fill="#fff6c8" opacity="0.5"/>`;
}

function waves(): string {
  return [TEAL, "#1f6d78", "#17505f"]
    .map((fill, row) => {
      const top = 800 + row * 56;
      const crests = "q45 -46 90 0".repeat(9);
      return `<path d="M${-40 - row * 40} ${top}${crests}V1060H-120Z" fill="${fill}" stroke="${CREAM}" stroke-width="4"/>`;
    })
    .join("");
}
