import sharp from "sharp";
import type { Entry } from "./entry.js";

const CELL = 500;
const PAD = 14;
const PICTURE = { width: CELL - 2 * PAD, height: 300 } as const;
/** Pixels an inch at which a point of type is 4/3 pixels. */
const DPI = 96;

interface Placed {
  readonly input: Buffer;
  readonly left: number;
  readonly top: number;
}

interface Cell {
  readonly height: number;
  readonly parts: readonly Placed[];
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

async function lettering(markup: string, points: number): Promise<{ input: Buffer; height: number }> {
  const { data, info } = await sharp({
    text: {
      text: markup,
      font: `sans-serif ${points}`,
      width: PICTURE.width,
      wrap: "word-char",
      dpi: DPI,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, height: info.height };
}

/** Name, picture, sentence and prompt under one another, from a top of 0. */
async function cellOf({ file, bytes, sentence, spoken, prompt }: Entry): Promise<Cell> {
  const picture = await sharp(bytes)
    .rotate()
    .resize({ ...PICTURE, fit: "inside" })
    .flatten({ background: "#ffffff" })
    .png()
    .toBuffer({ resolveWithObject: true });
  const lines = [
    `<span foreground="#707070">${escaped(file)}</span>`,
    sentence === "" ? "" : `<b>${escaped(sentence)}</b>`,
    `<span foreground="#205080">${escaped(prompt)}</span>`,
    `<span foreground="#8a5a20" size="85%">${escaped(spoken.join(" · "))}</span>`,
  ];
  const parts: Placed[] = [{ input: picture.data, left: PAD, top: PAD }];
  let top = PAD + picture.info.height + 8;
  for (const line of lines.filter((each) => each !== "" && !each.includes("></span>"))) {
    const { input, height } = await lettering(line, 11);
    parts.push({ input, left: PAD, top });
    top += height + 8;
  }
  return { height: top + PAD, parts };
}

/** A PNG of all entries in a grid, `columns` to a row; a row is as high as its highest cell. Letters come from the machine's own fonts. */
export async function drawSheet(entries: readonly Entry[], columns: number): Promise<Buffer> {
  const placed: Placed[] = [];
  let top = 0;
  for (let start = 0; start < entries.length; start += columns) {
    const row = await Promise.all(entries.slice(start, start + columns).map(cellOf));
    for (const [column, { parts }] of row.entries())
      placed.push(
        ...parts.map((part) => ({ ...part, left: part.left + column * CELL, top: part.top + top })),
      );
    top += Math.max(...row.map(({ height }) => height));
  }
  return sharp({
    create: { width: CELL * columns, height: Math.max(1, top), channels: 3, background: "#ffffff" },
  })
    .composite(placed)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
