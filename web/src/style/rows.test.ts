import { describe, expect, it } from "vitest";
import { writeTable } from "../state/write-table";
import { MOST_ROWS, parseRows, parseTable } from "./rows";

const SLOTS = [
  { name: "subject", facet: "subject", required: true },
  { name: "setting", facet: "setting", required: false },
] as const;

describe("parseRows", () => {
  it("takes lines as values of the first slot, commas and all", () => {
    expect(parseRows("a red fox, running\n\n an owl \n", SLOTS).rows).toEqual([
      { subject: "a red fox, running" },
      { subject: "an owl" },
    ]);
  });

  it("takes no sentence that happens to say a slot's name for a header", () => {
    expect(parseRows("a fox, subject\nan owl", SLOTS).rows).toHaveLength(2);
  });

  it("takes a table where the first line names a slot", () => {
    const { rows, unknown } = parseRows(
      'setting,subject,mood\nforest,"a fox, red",calm\nlake,an owl\n',
      SLOTS,
    );
    expect(rows).toEqual([
      { setting: "forest", subject: "a fox, red" },
      { setting: "lake", subject: "an owl" },
    ]);
    expect(unknown).toEqual(["mood"]);
  });

  it.each(["\t", ";"])("takes %j between cells, as spreadsheets copy them", (delimiter) => {
    expect(parseRows(`subject${delimiter}setting\nfox${delimiter}forest`, SLOTS).rows).toEqual([
      { subject: "fox", setting: "forest" },
    ]);
  });

  it("takes a header of one slot, and a byte order mark before it", () => {
    expect(parseRows("\uFEFFsubject\na fox", SLOTS).rows).toEqual([{ subject: "a fox" }]);
  });

  it("has no rows without a slot to fill, and a limit", () => {
    expect(parseRows("a fox", []).rows).toEqual([]);
    expect(parseRows("a fox\n".repeat(MOST_ROWS + 5), SLOTS).rows).toHaveLength(MOST_ROWS);
  });
});

describe("writeTable", () => {
  it("writes what parseTable reads back", () => {
    const cells = [
      ["plain", 'a "quoted" word', "two\nlines"],
      ["a, comma", "", "end"],
    ];
    expect(parseTable(writeTable(cells), ",")).toEqual(cells);
  });
});
