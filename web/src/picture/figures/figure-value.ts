import { isFields, isNumber } from "../../state/shape";
import type { Figure } from "./figure";

function decimals(value: number): number {
  const size = Math.abs(value);
  return size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

/** Without a minus before nothing. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text;
}

function shareText(share: number): string {
  const percent = 100 * share;
  return `${fixed(percent, Math.abs(percent) >= 10 || percent === 0 ? 0 : 1)}%`;
}

function numberText(value: number, unit: Figure[2]): string {
  if (unit === "share") return shareText(value);
  return `${fixed(value, unit === "°" ? 1 : decimals(value))}${unit ?? ""}`;
}

/** "42% across, 3% down, 20% × 30%". */
function placeText(value: { readonly [key: string]: unknown }): string | undefined {
  const { x, y, width, height } = value;
  if (!isNumber(x) || !isNumber(y)) return undefined;
  const size = isNumber(width) && isNumber(height) ? `, ${shareText(width)} × ${shareText(height)}` : "";
  return `${shareText(x)} across, ${shareText(y)} down${size}`;
}

/** A measured value as a person reads it: "27%", "6.50 stops", "black and white", "none". */
export function figureText(value: unknown, unit?: Figure[2]): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (isNumber(value)) return numberText(value, unit);
  if (typeof value === "string") return value === "" ? "none" : value.replaceAll("-", " ");
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    return value.map((each) => figureText(each, unit)).join(value.every(isNumber) ? " × " : ", ");
  }
  if (isFields(value)) {
    const names = Object.entries(value).map(([key, each]) => `${key} ${figureText(each)}`);
    return placeText(value) ?? names.join(", ");
  }
  return "none";
}
