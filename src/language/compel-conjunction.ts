interface Part {
  /** Offset of the words, behind the quotation mark. */
  readonly start: number;
  readonly text: string;
  readonly weight: number;
}

interface Conjunction {
  readonly kind: "and" | "blend";
  /** Absent when what stands here is no conjunction. */
  readonly parts?: readonly Part[];
  /** How far was read. */
  readonly end: number;
}

const QUOTED = /\s{0,9}"((?:[^"\\]|\\[\s\S]){0,8000})"\s{0,9}/uy;
const CALL = /\.(and|blend)\(([^()]{0,400})\)/uy;

/** Reads `("a", "b").blend(1, 0.8)` at `at`; weights left out are 1. */
export function conjunctionAt(text: string, at: number): Conjunction {
  const quoted = new RegExp(QUOTED);
  const found: { start: number; text: string }[] = [];
  let end = at + 1;
  do {
    quoted.lastIndex = end;
    const match = quoted.exec(text);
    if (match === null) return { kind: "and", end: Math.max(end, at + 1) };
    const inner = match[1] ?? "";
    found.push({ start: match.index + match[0].indexOf('"') + 1, text: inner });
    end = quoted.lastIndex + 1;
  } while (text[end - 1] === ",");
  if (text[end - 1] !== ")") return { kind: "and", end };
  const call = new RegExp(CALL);
  call.lastIndex = end;
  const match = call.exec(text);
  if (match === null) return { kind: "and", end };
  const weights = (match[2] ?? "").split(",").map((number) => Number.parseFloat(number));
  const parts = found.map((part, index) => {
    const weight = weights[index];
    return { ...part, weight: weight !== undefined && Number.isFinite(weight) ? weight : 1 };
  });
  return { kind: match[1] === "blend" ? "blend" : "and", parts, end: call.lastIndex };
}
