import type { Region } from "imprompt/core";
import type { Facts } from "../../state/board";
import type { Fields } from "../../state/shape";
import { isFields, isNumber, isText, isTexts } from "../../state/shape";
import type { Grid } from "./contours";

/** What the measurements say that can be drawn; null where a board does not have it. */
export interface OverlayFigures {
  readonly saliency: {
    readonly grid: Grid;
    readonly peak: number;
    readonly x: number;
    readonly y: number;
  } | null;
  readonly subject: {
    readonly box: Region | null;
    readonly x: number;
    readonly y: number;
    readonly area: number;
    readonly dominance: number;
  } | null;
  readonly horizon: {
    readonly line: "clear" | "doubtful" | "none";
    readonly y: number;
    readonly tilt: number;
    readonly coverage: number;
  } | null;
  readonly light: {
    readonly from: "left" | "right" | "unclear";
    readonly brighter: string;
    readonly across: number;
    readonly down: number;
    readonly agreement: number;
  } | null;
}

function fieldsOf(measurements: Facts["measurements"], id: string): Fields {
  const value = measurements[id];
  return isFields(value) ? value : {};
}

function numbers<Key extends string>(
  fields: Fields,
  keys: readonly Key[],
): { readonly [K in Key]: number } | null {
  const found = keys.map((key) => [key, fields[key]] as const);
  if (!found.every(([, value]) => isNumber(value))) return null;
  return Object.fromEntries(found) as { readonly [K in Key]: number };
}

function saliencyOf(fields: Fields): OverlayFigures["saliency"] {
  const rows = fields["rows"];
  const rest = numbers(fields, ["peak", "x", "y"]);
  if (!isTexts(rows) || rest === null) return null;
  return {
    grid: rows.map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16) / 15 || 0)),
    ...rest,
  };
}

function subjectOf(fields: Fields): OverlayFigures["subject"] {
  const rest = numbers(fields, ["x", "y", "area", "dominance"]);
  const box = isFields(fields["box"]) ? numbers(fields["box"], ["x", "y", "width", "height"]) : null;
  return rest === null ? null : { box, ...rest };
}

function horizonOf(fields: Fields): OverlayFigures["horizon"] {
  const rest = numbers(fields, ["tilt", "coverage"]);
  const { line, y } = fields;
  if (rest === null) return null;
  if (!isNumber(y) || (line !== "clear" && line !== "doubtful")) return { line: "none", y: 0.5, ...rest };
  return { line, y, ...rest };
}

function lightOf(fields: Fields): OverlayFigures["light"] {
  const rest = numbers(fields, ["across", "down", "agreement"]);
  const { from, brighter } = fields;
  if (rest === null) return null;
  return {
    from: from === "left" || from === "right" ? from : "unclear",
    brighter: isText(brighter) ? brighter : "even",
    ...rest,
  };
}

/** The figures behind the overlays; kept boards may lack any of them. */
export function readFigures(measurements: Facts["measurements"]): OverlayFigures {
  return {
    saliency: saliencyOf(fieldsOf(measurements, "saliency")),
    subject: subjectOf(fieldsOf(measurements, "subject-placement")),
    horizon: horizonOf(fieldsOf(measurements, "horizon")),
    light: lightOf(fieldsOf(measurements, "light-direction")),
  };
}
