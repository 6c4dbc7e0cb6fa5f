import type { Stage } from "../app/stage.js";
import { timeLeft } from "./progress.js";

/** A line on standard error that tells what an engine is doing. */
export interface EngineProgressLine {
  readonly tell: (stage: Stage) => void;
  readonly clear: () => void;
}

/** Milliseconds between two lines where none can be rewritten, so that a log stays short; and where it can. */
const QUIET_MS = 10_000;
const BRISK_MS = 100;
/** A count below this says nothing to a person. */
const MANY = 2;
/** Milliseconds after which a rate means something. */
const SETTLED_MS = 2000;

/** What is counted at present, and from where. */
interface Count {
  readonly what: string;
  readonly first: number;
  readonly since: number;
}

function lineOf(stage: Extract<Stage, { readonly stage: "looking" }>, count: Count, now: number): string {
  const { engine, what, done, total } = stage;
  if (total < MANY) return `${engine}: ${what}`;
  const head = `${engine}: ${what}, ${done} of ${total}`;
  const [more, elapsed] = [done - count.first, now - count.since];
  if (more <= 0 || elapsed < SETTLED_MS) return head;
  const rate = (more / elapsed) * 1000;
  return `${head}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second, ${timeLeft(more, total - count.first, elapsed)}`;
}

/** On a terminal one line rewritten in place; elsewhere a line every ten seconds, and none for what is done sooner. */
export function createEngineProgress(): EngineProgressLine {
  const stream = process.stderr;
  let last = performance.now();
  let count: Count = { what: "", first: 0, since: last };
  return {
    tell: (stage) => {
      if (stage.stage !== "looking") return;
      const now = performance.now();
      const isNew = stage.what !== count.what || stage.done < count.first;
      if (isNew) count = { what: stage.what, first: stage.done, since: now };
      if (now - last < (stream.isTTY ? (isNew ? 0 : BRISK_MS) : QUIET_MS)) return;
      last = now;
      const line = lineOf(stage, count, now);
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    clear: () => {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
