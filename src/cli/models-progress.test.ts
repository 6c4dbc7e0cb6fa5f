import { expect, test } from "vitest";
import type { StoreProgress } from "../models/store/services.js";
import { createTransferLine, inBytes, lineOf, rateOf } from "./models-progress.js";

const BASE: StoreProgress = {
  what: "downloading",
  model: "blip-large",
  file: "model.safetensors",
  done: 470_000_000,
  total: 1_880_000_000,
};

test("a line has share, size, rate and time left", () => {
  expect(lineOf(BASE, 12_000_000)).toBe("blip-large 25 % of 1.88 GB, 12.0 MB/s, 2 min left");
  expect(lineOf(BASE, 100_000_000)).toBe("blip-large 25 % of 1.88 GB, 100.0 MB/s, 15 s left");
  expect(lineOf(BASE, 100_000)).toBe("blip-large 25 % of 1.88 GB, 100 kB/s, 3 h 55 min left");
  expect(lineOf({ ...BASE, what: "checking" }, 0)).toBe("blip-large checking, 25 % of 1.88 GB");
  const wait = { milliseconds: 4200, why: "the line to hub broke" };
  expect(lineOf({ ...BASE, what: "waiting", wait }, 5)).toBe(
    "blip-large: the line to hub broke; next try in 5 s",
  );
});

test("sizes are told in the unit that suits them", () => {
  expect([3, 4_200, 4_200_000, 4_200_000_000].map(inBytes)).toEqual(["1 kB", "5 kB", "4.2 MB", "4.20 GB"]);
});

test("a rate needs half a second, and is that of the samples", () => {
  expect(rateOf([])).toBe(0);
  expect(
    rateOf([
      { at: 0, done: 0 },
      { at: 400, done: 1e6 },
    ]),
  ).toBe(0);
  expect(
    rateOf([
      { at: 1000, done: 5e6 },
      { at: 3000, done: 9e6 },
    ]),
  ).toBe(2e6);
});

function follow(isTTY: boolean, columns: number) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, columns, write: (text: string) => written.push(text) > 0 };
  const line = createTransferLine(stream as unknown as NodeJS.WriteStream, () => time);
  const tell = (at: number, progress: Partial<StoreProgress>): void => {
    time = at;
    line.update({ ...BASE, ...progress });
  };
  return { written, tell };
}

test("a terminal's line is redrawn now and then, within its width, and forgets an older rate", () => {
  const { written, tell } = follow(true, 45);
  for (let at = 0; at <= 20_000; at += 100)
    tell(at, { done: at < 10_000 ? at * 1e5 : 1e9 + (at - 10_000) * 1e4 });
  expect(written.length).toBeLessThanOrEqual(101);
  expect(written.at(-1)).toBe("\r\u001b[Kblip-large 58 % of 1.88 GB, 10.0 MB/s, 78 s ");
  tell(20_050, { what: "waiting", wait: { milliseconds: 1000, why: "it broke" } });
  expect(written.at(-1)).toContain("next try in 1 s");
});

test("where there is no terminal nothing is told", () => {
  const { written, tell } = follow(false, 80);
  tell(0, {});
  tell(5000, { done: 1e9 });
  expect(written).toEqual([]);
});
