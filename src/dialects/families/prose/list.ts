import type { Piece } from "../../../layout/piece.js";

interface Joints {
  readonly between: string;
  readonly last: string;
}

function jointsFor(texts: readonly string[]): Joints {
  const several = texts.length > 2;
  if (texts.some((text) => /[,;]/u.test(text))) {
    return several ? { between: "; ", last: "; and " } : { between: ", ", last: ", and " };
  }
  const confusing = several && texts.some((text) => /\band\b|&/u.test(text));
  return { between: ", ", last: confusing || /\band\b/u.test(texts[0] ?? "") ? ", and " : " and " };
}

/**
 * Items as one list: "a", "a and b", "a, b and c"; a comma before the last "and" where an item has an "and" of
 * its own, semicolons between three and more where one has a comma.
 */
export function joinList(items: readonly (readonly Piece[])[]): Piece[] {
  const { between, last } = jointsFor(items.map((item) => item.map((piece) => piece.text).join("")));
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [{ text: index === items.length - 1 ? last : between }, ...item];
  });
}
