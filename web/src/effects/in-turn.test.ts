import { expect, it } from "vitest";
import { inTurn } from "./in-turn";

/** Tasks that end when they are told to. */
function tasks(count: number) {
  const started: number[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const make = (index: number) => () =>
    new Promise<void>((resolve, reject) => {
      started.push(index);
      ends[index] = { resolve, reject };
    });
  return { started, ends, all: Array.from({ length: count }, (_, index) => make(index)) };
}

it("starts tasks in order, no more at once than it may", async () => {
  const { started, ends, all } = tasks(4);
  const soon = inTurn(2);
  for (const task of all) soon(task);
  expect(started).toEqual([0, 1]);
  ends[1]?.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);
});

it("goes on after one that failed", async () => {
  const { started, ends, all } = tasks(2);
  const soon = inTurn(1);
  for (const task of all) soon(task);
  ends[0]?.reject(new Error("no"));
  await Promise.resolve();
  await Promise.resolve();
  expect(started).toEqual([0, 1]);
});
