import { describe, expect, it } from "vitest";
import { terminalOf } from "./terminal.js";

const stream = (isTTY: boolean, columns?: number): NodeJS.WriteStream =>
  ({ isTTY, columns }) as unknown as NodeJS.WriteStream;

describe("terminalOf", () => {
  it.each([
    [true, 80, {}, { interactive: true, colour: true, width: 80 }],
    [true, 300, {}, { interactive: true, colour: true, width: 110 }],
    [true, 20, {}, { interactive: true, colour: true, width: 48 }],
    [false, undefined, {}, { interactive: false, colour: false, width: 100 }],
    [true, 80, { NO_COLOR: "1" }, { interactive: true, colour: false, width: 80 }],
    [true, 80, { NO_COLOR: "" }, { interactive: true, colour: true, width: 80 }],
    [true, 80, { TERM: "dumb" }, { interactive: true, colour: false, width: 80 }],
  ])("TTY %s, %s columns, %j", (isTTY, columns, environment, wanted) => {
    expect(terminalOf(stream(isTTY, columns), environment)).toEqual(wanted);
  });
});
