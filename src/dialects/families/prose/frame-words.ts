import { ratioOf } from "../frame.js";

/** Width over height beyond which a frame is called wide, and below whose inverse tall. */
const WIDE = 1.2;

/** "A wide 16:9 frame", "A tall 2:3 frame", "A square frame". */
export function frameWords(ratio: string): string {
  const value = ratioOf(ratio) ?? 1;
  if (value === 1) return "A square frame";
  const kind = value >= WIDE ? "wide " : value <= 1 / WIDE ? "tall " : "";
  return `A ${kind}${ratio} frame`;
}
