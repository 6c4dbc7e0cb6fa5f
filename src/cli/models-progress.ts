import type { StoreProgress } from "../models/store/services.js";

/** One line of a terminal that follows a transfer. */
export interface TransferLine {
  readonly update: (progress: StoreProgress) => void;
  readonly clear: () => void;
}

interface Sample {
  readonly at: number;
  readonly done: number;
}

/** Milliseconds over which a rate is taken: long enough to be steady, short enough to follow the line. */
const WINDOW_MS = 8000;
const REDRAW_MS = 200;

export function inBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${Math.ceil(bytes / 1e3)} kB`;
}

function inTime(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bytes a second over the samples; 0 while there are too few to tell. */
export function rateOf(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < 500) return 0;
  return Math.max(0, (last.done - first.done) / ((last.at - first.at) / 1000));
}

/** "blip-large 43 % of 1.88 GB, 12.3 MB/s, 2 min left" */
export function lineOf(progress: StoreProgress, rate: number): string {
  const { model, what, done, total, wait } = progress;
  if (wait !== undefined) return `${model}: ${wait.why}; next try in ${inTime(wait.milliseconds / 1000)}`;
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const head = `${model} ${what === "checking" ? "checking, " : ""}${percent} % of ${inBytes(total)}`;
  if (rate <= 0) return head;
  const left = Math.max(0, total - done) / rate;
  return `${head}, ${inBytes(rate)}/s, ${inTime(left)} left`;
}

/** Follows a transfer on a terminal; elsewhere it says nothing. */
export function createTransferLine(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write" | "columns">,
  now: () => number,
): TransferLine {
  let samples: Sample[] = [];
  let followed = "";
  let drawn = -REDRAW_MS;
  if (stream.isTTY !== true) return { update: () => {}, clear: () => {} };
  return {
    update: (progress) => {
      const at = now();
      const key = `${progress.model} ${progress.what}`;
      const last = samples.at(-1)?.done ?? 0;
      if (key !== followed || progress.done < last) samples = [];
      followed = key;
      samples = [...samples.filter((sample) => at - sample.at <= WINDOW_MS), { at, done: progress.done }];
      if (at - drawn < REDRAW_MS && progress.wait === undefined) return;
      drawn = at;
      const columns = stream.columns > 0 ? stream.columns : 80;
      stream.write(`\r\u001b[K${lineOf(progress, rateOf(samples)).slice(0, columns - 1)}`);
    },
    clear: () => void stream.write("\r\u001b[K"),
  };
}
