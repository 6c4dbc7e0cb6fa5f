import { STROKE_LETTERS } from "./neon/stroke-letters.js";

type Stroke = readonly (readonly [number, number])[];

/** What the neon signs do not need: strokes of points, in hundredths of a box one wide and one high, y down. */
const MORE: Readonly<Record<string, string>> = {
  F: "85,0 15,0 15,100|15,50 70,50",
  G: "85,18 62,0 36,0 12,25 12,75 36,100 62,100 86,82 86,55 55,55",
  J: "75,0 75,78 55,100 32,100 12,80",
  P: "15,100 15,0 60,0 86,15 86,40 60,55 15,55",
  V: "10,0 50,100 90,0",
  W: "4,0 27,100 50,30 73,100 96,0",
  X: "12,0 88,100|88,0 12,100",
  Y: "10,0 50,50 90,0|50,50 50,100",
  "0": "36,0 64,0 86,25 86,75 64,100 36,100 14,75 14,25 36,0",
  "1": "25,20 55,0 55,100",
  "2": "14,20 36,0 64,0 86,20 82,42 14,100 88,100",
  "4": "68,100 68,0 10,70 90,70",
  "6": "76,6 50,0 20,35 14,72 36,100 64,100 86,76 64,50 36,50 16,70",
  "8": "50,46 22,30 30,4 50,0 70,4 78,30 50,46 16,70 28,96 50,100 72,96 84,70 50,46",
  "%": "85,0 15,100|10,12 30,12 30,30 10,30 10,12|70,70 90,70 90,88 70,88 70,70",
};

/** Letters are this wide for their height, and this far apart. */
const SHAPE = { wide: 0.62, step: 0.8 };

function strokesOf(letter: string): readonly Stroke[] {
  const more = MORE[letter];
  if (more === undefined)
    return (STROKE_LETTERS[letter] ?? []).map(([x1, y1, x2, y2]) => [
      [x1, y1],
      [x2, y2],
    ]);
  return more.split("|").map((stroke) =>
    stroke.split(" ").map((point) => {
      const [x = 0, y = 0] = point.split(",").map((part) => Number(part) / 100);
      return [x, y];
    }),
  );
}

/** Pixels that a line of this letter height takes. */
export function widthOf(text: string, size: number): number {
  return Math.max(0, text.length * SHAPE.step - (SHAPE.step - SHAPE.wide)) * size;
}

/** The `d` of an SVG path that writes capital letters and digits from the top left; each point is passed through `shake`. */
export function written(
  text: string,
  left: number,
  top: number,
  size: number,
  shake: (x: number, y: number) => readonly [number, number] = (x, y) => [x, y],
): string {
  return Array.from(text)
    .flatMap((letter, index) =>
      strokesOf(letter).map((stroke) => {
        const points = stroke.map(([x, y]) =>
          shake(left + (index * SHAPE.step + x * SHAPE.wide) * size, top + y * size).map((at) =>
            at.toFixed(1),
          ),
        );
        return `M${points.map((point) => point.join(" ")).join("L")}`;
      }),
    )
    .join("");
}
