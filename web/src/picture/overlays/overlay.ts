import type { Region, Term } from "imprompt/core";
import type { Facts } from "../../state/board";
import type { Overlay } from "../../state/preferences";
import type { Grid } from "./contours";
import type { OverlayFigures } from "./read-figures";
import { readFigures } from "./read-figures";

/** What an overlay draws; places in the unit square. */
export type Drawing =
  | { readonly kind: "thirds" }
  | {
      readonly kind: "map";
      readonly grid: Grid;
      readonly peak: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: "box"; readonly box: Region; readonly x: number; readonly y: number }
  /** `tilt` in degrees, positive when the line falls to the right. */
  | { readonly kind: "line"; readonly y: number; readonly tilt: number; readonly sure: boolean }
  /** The light travels along (dx, dy), a unit vector, x to the right and y down. */
  | { readonly kind: "arrow"; readonly dx: number; readonly dy: number; readonly sure: boolean };

/** An overlay of one picture: what it draws and says, or why it has nothing to show. */
export type OverlayState =
  | {
      readonly has: true;
      readonly drawing: Drawing;
      /** Stands beside the drawing; empty where the drawing says it all. */
      readonly label: string;
      /** Follows the overlay's name; empty where there is no figure to tell. */
      readonly words: string;
    }
  | { readonly has: false; readonly why: string };

export type OverlayStates = { readonly [O in Overlay]: OverlayState };

interface OverlayName {
  readonly id: Overlay;
  readonly name: string;
  readonly key: string;
  readonly what: string;
}

/** The overlays in the order of their buttons. */
export const OVERLAYS: readonly OverlayName[] = [
  { id: "thirds", name: "Thirds", key: "1", what: "Lines at the thirds of the picture" },
  { id: "saliency", name: "Attention", key: "2", what: "Where the eye goes first" },
  { id: "subject", name: "Subject", key: "3", what: "The box around what stands out most" },
  { id: "horizon", name: "Horizon", key: "4", what: "The longest level line" },
  { id: "light", name: "Light", key: "5", what: "Where the light comes from" },
];

const NOT_MEASURED: OverlayState = { has: false, why: "not measured for this board" };

const percent = (share: number): string => `${Math.round(100 * share)}%`;

function place(x: number, y: number): string {
  return `${percent(x)} across, ${percent(y)} down`;
}

function saliencyState(saliency: OverlayFigures["saliency"]): OverlayState {
  if (saliency === null) return NOT_MEASURED;
  const { grid, peak, x, y } = saliency;
  if (!grid.flat().some((value) => value > 0))
    return { has: false, why: "nothing stands out in an even picture" };
  return {
    has: true,
    drawing: { kind: "map", grid, peak, x, y },
    label: "",
    words: `centers ${place(x, y)}; outlines at half and three quarters of the peak.`,
  };
}

function subjectState(subject: OverlayFigures["subject"]): OverlayState {
  if (subject === null) return NOT_MEASURED;
  const { box, x, y, area, dominance } = subject;
  if (box === null) return { has: false, why: "no single thing stands out" };
  const alone =
    dominance >= 0.995 ? "nothing else stands out" : `${percent(dominance)} of all that stands out`;
  return {
    has: true,
    drawing: { kind: "box", box, x, y },
    label: "Subject",
    words: `covers ${percent(area)} of the picture; ${alone}; center ${place(x, y)}.`,
  };
}

function tiltWords(tilt: number): string {
  if (Math.abs(tilt) < 0.5) return "level";
  return `${Math.abs(tilt).toFixed(1)}° down to the ${tilt > 0 ? "right" : "left"}`;
}

function horizonState(horizon: OverlayFigures["horizon"]): OverlayState {
  if (horizon === null) return NOT_MEASURED;
  const { line, y, tilt, coverage } = horizon;
  if (line === "none") return { has: false, why: "no line runs through most of the picture" };
  const sure = line === "clear";
  const doubt = sure ? "" : " It may be another edge.";
  return {
    has: true,
    drawing: { kind: "line", y, tilt, sure },
    label: `Horizon${sure ? "" : "?"} ${tiltWords(tilt)}`,
    words: `at ${percent(y)} of the height, ${tiltWords(tilt)}, seen in ${percent(coverage)} of the columns.${doubt}`,
  };
}

function lightState(light: OverlayFigures["light"], confidence: number | undefined): OverlayState {
  if (light === null) return NOT_MEASURED;
  const { from, brighter, across, down, agreement } = light;
  if (from !== "unclear") {
    const sure = confidence === undefined ? "" : `, ${percent(confidence)} sure`;
    return {
      has: true,
      drawing: { kind: "arrow", dx: from === "left" ? 1 : -1, dy: 0, sure: true },
      label: `Light from the ${from}`,
      words: `from the ${from}${sure}; ${percent(agreement)} of the heights fall off alike.`,
    };
  }
  const slope = Math.hypot(across, down);
  if (brighter === "even" || slope === 0)
    return { has: false, why: "no side is clearly brighter than another" };
  const side = brighter.replace("-", " ");
  return {
    has: true,
    drawing: { kind: "arrow", dx: -across / slope, dy: -down / slope, sure: false },
    label: `Brighter at the ${side}`,
    words: `brighter at the ${side}, but not clear enough to call it the light's direction.`,
  };
}

/** How sure the board is of the light's direction, where it says one. */
export function lightConfidence(terms: readonly Term[]): number | undefined {
  return terms.find(({ evidence }) => evidence.some(({ source }) => source === "analysis:light-direction"))
    ?.confidence;
}

/** What each overlay has to show for a picture; `lightSure` is `lightConfidence`'s answer. */
export function overlayStates(facts: Facts | null, lightSure?: number): OverlayStates {
  const figures = readFigures(facts?.measurements ?? {});
  return {
    thirds: {
      has: true,
      drawing: { kind: "thirds" },
      label: "",
      words: "",
    },
    saliency: saliencyState(figures.saliency),
    subject: subjectState(figures.subject),
    horizon: horizonState(figures.horizon),
    light: lightState(figures.light, lightSure),
  };
}
