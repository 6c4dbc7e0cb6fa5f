import { expect, it } from "vitest";
import { textOfPieces } from "../../../layout/piece.js";
import { joinList } from "./list.js";

it.each([
  [[], ""],
  [["teal"], "teal"],
  [["teal", "slate"], "teal and slate"],
  [["teal", "slate", "amber"], "teal, slate and amber"],
  [["salt and pepper", "bread"], "salt and pepper, and bread"],
  [["bread", "salt and pepper", "oil"], "bread, salt and pepper, and oil"],
  [["soft, even light", "fog"], "soft, even light, and fog"],
  [["soft, even light", "fog", "rain"], "soft, even light; fog; and rain"],
])("%j -> %s", (items, said) => {
  expect(textOfPieces(joinList(items.map((text) => [{ text }])))).toBe(said);
});
