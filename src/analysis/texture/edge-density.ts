import { round } from "../../base/number.js";
import type { Observation } from "../../blueprint/observation.js";
import type { Picture } from "../../image/picture.js";
import type { Measurement } from "../measurement.js";
import { gradientField } from "./gradient-field.js";

interface EdgeDensity {
  /** Share of working pixels that lie on an edge, 0..1. */
  readonly density: number;
  /** Share of 10-pixel cells with edges in at least an eighth of their pixels, 0..1. */
  readonly spread: number;
  /** Long side of the plane that this was measured on, pixels. */
  readonly size: number;
}

const EDGE = 10;
const CELL = 10;

/** Edges are working pixels whose gradient reaches 10 luma levels a pixel. */
export function measureEdges(picture: Picture): EdgeDensity {
  return picture.once("edge-density", () => {
    const { width, height, magnitude } = gradientField(picture);
    const columns = Math.max(1, Math.floor(width / CELL));
    const rows = Math.max(1, Math.floor(height / CELL));
    const cells = new Uint16Array(columns * rows);
    let edges = 0;
    for (let y = 0, i = 0; y < height; y++) {
      const row = Math.min(rows - 1, Math.floor((y * rows) / height)) * columns;
      for (let x = 0; x < width; x++, i++) {
        if ((magnitude[i] as number) < EDGE) continue;
        edges++;
        const cell = row + Math.floor((x * columns) / width);
        cells[cell] = (cells[cell] as number) + 1;
      }
    }
    const area = (width * height) / cells.length;
    const filled = cells.reduce((count, edge) => (edge >= area / 8 ? count + 1 : count), 0);
    return {
      density: round(edges / (width * height), 4),
      spread: round(filled / cells.length, 4),
      size: Math.max(width, height),
    };
  });
}

/** Detail in every corner. A picture of fewer than 200 pixels has nothing but edges: there it stays silent. */
function phrase({ density, spread, size }: EdgeDensity): readonly Observation[] {
  if (size < 200 || density < 0.55 || spread < 0.9) return [];
  const evidence = {
    source: "analysis:edge-density",
    score: density,
    note: `${Math.round(100 * density)} % edges`,
  };
  return [{ facet: "detail", text: "intricate detail", confidence: 0.8, evidence }];
}

/** How much of the picture is edges, and over how much of it they are spread. */
export const edgeDensity: Measurement<EdgeDensity> = { id: "edge-density", measure: measureEdges, phrase };
