import { expect, test } from "vitest";
import { parseTable } from "./table.js";

test("a table's line holds entries, synonyms, opposites and the mark of whole phrases", () => {
  expect(parseTable("# note\n\nfog | mist, rain\nsoft ! hard | harsh\n= new | newest\n")).toEqual({
    entries: [
      { phrases: ["fog", "mist"], opposites: [], whole: false, line: 3 },
      { phrases: ["rain"], opposites: [], whole: false, line: 3 },
      { phrases: ["soft"], opposites: ["hard", "harsh"], whole: false, line: 4 },
      { phrases: ["new", "newest"], opposites: [], whole: true, line: 5 },
    ],
    faults: [],
  });
});

test('"@" gives a strength to its line, or to all lines below it until the next', () => {
  const { entries, faults } = parseTable("a\n@ 0.3\nb\nc ! a @ 0.9\nd\n@\ne\n@0\nf\n");
  expect(entries.map(({ phrases, strength }) => [phrases[0], strength])).toEqual([
    ["a", undefined],
    ["b", 0.3],
    ["c", 0.9],
    ["d", 0.3],
    ["e", undefined],
    ["f", 0],
  ]);
  expect(entries[2]?.opposites).toEqual(["a"]);
  expect(faults).toEqual([]);
});

test("faults name their line, and the rest is read", () => {
  const { entries, faults } = parseTable("a\nb @ 2\nc |\nd ! \ne\n");
  expect(faults.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(entries.map(({ phrases }) => phrases[0])).toEqual(["a", "b", "e"]);
});
