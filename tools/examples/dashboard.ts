import type { Sharp } from "sharp";
import sharp from "sharp";
import { widthOf, written } from "./lettering.js";
import { hash } from "./noise.js";

const WIDTH = 1200;
const HEIGHT = 760;
const INK = "#27324a";
const FAINT = "#8d99b0";
const ACCENT = "#4a6cf7";

/** A page of an imaginary shop's figures: menu, tiles, a curve, bars and a table. */
export function dashboard(): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke-linecap="round" stroke-linejoin="round">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#f4f6fb"/>
    ${menu()}${header()}${tiles()}${curve()}${bars()}${table()}
  </svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

function text(words: string, x: number, y: number, size: number, colour: string, bold = 1): string {
  return `<path d="${written(words, x, y, size)}" stroke="${colour}" stroke-width="${(size * 0.13 * bold).toFixed(1)}"/>`;
}

function box(x: number, y: number, width: number, height: number, fill: string, round = 10): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
}

function card(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}.5" y="${y}.5" width="${width}" height="${height}" rx="10" fill="#ffffff" stroke="#dfe5f0"/>`;
}

function menu(): string {
  const items = ["HOME", "ORDERS", "CLIENTS", "STOCK", "REPORTS", "SETTINGS"];
  const rows = items.map((item, i) => {
    const y = 110 + i * 52;
    const chosen = i === 4;
    return `${chosen ? box(14, y - 16, 182, 44, "#33415f", 8) : ""}${box(30, y - 3, 18, 18, chosen ? ACCENT : "#5b6a8a", 5)}${text(item, 64, y, 13, chosen ? "#ffffff" : "#b6c1d8")}`;
  });
  return `${box(0, 0, 210, HEIGHT, "#222d47", 0)}${box(28, 30, 30, 30, ACCENT, 9)}${text("LARKSTORE", 72, 37, 15, "#ffffff", 1.2)}${rows.join("")}`;
}

function header(): string {
  return `${box(210, 0, WIDTH - 210, 66, "#ffffff", 0)}${text("REPORTS", 240, 24, 19, INK, 1.2)}${box(700, 17, 280, 34, "#eef1f8", 17)}<circle cx="722" cy="33" r="6" stroke="${FAINT}" stroke-width="2"/><path d="M727 38l5 5" stroke="${FAINT}" stroke-width="2"/>${text("SEARCH", 744, 28, 11, FAINT)}${box(1010, 17, 104, 34, ACCENT, 8)}${text("EXPORT", 1030, 28, 12, "#ffffff", 1.1)}<circle cx="1154" cy="34" r="17" fill="#f2b36b"/>`;
}

function tiles(): string {
  const figures = [
    ["SALES", "14 802", "12%", "#2fa56a"],
    ["VISITS", "86 120", "6%", "#2fa56a"],
    ["RETURNS", "214", "8%", "#d9534f"],
    ["MARGIN", "42%", "1%", "#2fa56a"],
  ] as const;
  return figures
    .map(([name, value, change, colour], i) => {
      const x = 240 + i * 229;
      return `${card(x, 92, 217, 112)}${text(name, x + 20, 114, 11, FAINT)}${text(value, x + 20, 144, 24, INK, 1.1)}${text(change, x + 196 - widthOf(change, 11), 176, 11, colour, 1.1)}`;
    })
    .join("");
}

function curve(): string {
  const points = Array.from({ length: 25 }, (_, i) => {
    const y = 400 - 5.2 * i - 34 * Math.sin(i * 0.62) - 18 * hash(i, 3, 8);
    return `${(270 + i * 22.5).toFixed(1)} ${y.toFixed(1)}`;
  });
  const lines = [0, 1, 2, 3].map((i) => `<path d="M266 ${290 + i * 44}h552" stroke="#edf0f7"/>`);
  const months = ["JAN", "MAR", "MAY", "JUL", "SEP", "NOV"];
  const names = months.map((name, i) => text(name, 272 + i * 94, 440, 9, FAINT));
  return `${card(240, 226, 608, 240)}${text("REVENUE", 264, 246, 13, INK, 1.1)}${lines.join("")}<path d="M${points.join("L")}L810 424L270 424Z" fill="${ACCENT}" opacity="0.12"/><path d="M${points.join("L")}" stroke="${ACCENT}" stroke-width="3"/>${names.join("")}`;
}

function bars(): string {
  const columns = Array.from({ length: 7 }, (_, i) => {
    const tall = 40 + 110 * hash(i, 1, 12);
    return box(892 + i * 34, 430 - tall, 20, tall, i === 4 ? ACCENT : "#c9d4f6", 4);
  });
  return `${card(868, 226, 276, 240)}${text("ORDERS A DAY", 890, 246, 13, INK, 1.1)}${columns.join("")}`;
}

function table(): string {
  const rows = [
    ["BLUE TEAPOT", "GLASS AND CLAY", "1 284", "PAID"],
    ["OAK STOOL", "FURNITURE", "886", "PAID"],
    ["WOOL BLANKET", "TEXTILES", "641", "OPEN"],
    ["DESK LAMP", "LIGHT", "408", "PAID"],
  ] as const;
  const lines = rows.map(([name, kind, sold, state], i) => {
    const y = 560 + i * 42;
    const paid = state === "PAID";
    return `<path d="M262 ${y - 14}h860" stroke="#edf0f7"/>${text(name, 264, y, 12, INK)}${text(kind, 520, y, 12, FAINT)}${text(sold, 800, y, 12, INK)}${box(1014, y - 8, 76, 27, paid ? "#dff4e8" : "#fdf0d9", 13)}${text(state, 1033, y, 11, paid ? "#2fa56a" : "#c98a1b", 1.1)}`;
  });
  return `${card(240, 488, 904, 244)}${text("PRODUCT", 264, 514, 11, FAINT)}${text("GROUP", 520, 514, 11, FAINT)}${text("SOLD", 800, 514, 11, FAINT)}${text("STATE", 1022, 514, 11, FAINT)}${lines.join("")}`;
}
