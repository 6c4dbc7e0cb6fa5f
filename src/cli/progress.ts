/** A line on standard error that tells how far a run over many files is. */
export interface Progress {
  readonly step: (done: number) => void;
  readonly clear: () => void;
}

const MANY = 5;
const QUIET_MS = 5000;

/** "40 s left", "3 min left": if the rest goes as what is done went. */
export function timeLeft(done: number, total: number, elapsedMs: number): string {
  const seconds = Math.round((elapsedMs / done) * (total - done)) / 1000;
  return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;
}

/** Nothing for a few files; on a terminal one line rewritten in place, elsewhere a line every five seconds. */
export function createProgress(total: number): Progress {
  const stream = process.stderr;
  const start = performance.now();
  let last = start;
  if (total < MANY) return { step: () => {}, clear: () => {} };
  return {
    step: (done) => {
      const now = performance.now();
      if (!stream.isTTY && now - last < QUIET_MS) return;
      last = now;
      const rate = (done / Math.max(now - start, 1)) * 1000;
      const line = `${done} of ${total} files, ${rate.toFixed(1)} a second, ${timeLeft(done, total, now - start)}`;
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    clear: () => {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
