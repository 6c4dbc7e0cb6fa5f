import { afterEach, expect, it, vi } from "vitest";
import { createEngineProgress } from "./engine-progress.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  Reflect.deleteProperty(process.stderr, "isTTY");
});

/** What is written while `work` tells of phrases at some second. */
function written(
  isTTY: boolean,
  work: (tell: (second: number, done: number, total?: number) => void) => void,
): string[] {
  const lines: string[] = [];
  Object.defineProperty(process.stderr, "isTTY", { value: isTTY, configurable: true });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  vi.useFakeTimers({ toFake: ["performance"] });
  const start = performance.now();
  const line = createEngineProgress();
  work((second, done, total = 900) => {
    vi.advanceTimersByTime(start + second * 1000 - performance.now());
    line.tell({ stage: "looking", engine: "clip", what: "embedding phrases", done, total });
  });
  line.clear();
  return lines;
}

it("rewrites its line on a terminal, with rate and time left once they mean something", () => {
  const lines = written(true, (tell) => {
    tell(0, 100);
    tell(0.01, 101);
    tell(1, 150);
    tell(4, 300);
  });
  expect(lines).toEqual([
    "\r\u001b[Kclip: embedding phrases, 100 of 900",
    "\r\u001b[Kclip: embedding phrases, 150 of 900",
    "\r\u001b[Kclip: embedding phrases, 300 of 900, 50 a second, 12 s left",
    "\r\u001b[K",
  ]);
});

it("writes a line every ten seconds elsewhere, and none for short work", () => {
  const lines = written(false, (tell) => {
    for (let second = 0; second <= 25; second += 1) tell(second, second * 10);
  });
  expect(lines).toEqual([
    "clip: embedding phrases, 100 of 900, 10 a second, 80 s left\n",
    "clip: embedding phrases, 200 of 900, 10 a second, 70 s left\n",
  ]);
  expect(written(false, (tell) => tell(9, 1))).toEqual([]);
});

it("counts nothing where there is one thing to do", () => {
  expect(written(true, (tell) => tell(0, 0, 1))[0]).toBe("\r\u001b[Kclip: embedding phrases");
});
