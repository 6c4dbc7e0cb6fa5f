import type { Readable } from "node:stream";
import { ImpromptError } from "../../base/error.js";

export interface BodyLimits {
  /** Bytes; one more is refused. */
  readonly maxBytes: number;
  /** The length that was declared; undefined where the body comes in chunks. */
  readonly length?: number;
  /** Slower uploads than this many bytes a second, counted after `graceMs`, are given up. */
  readonly minBytesPerSecond: number;
  readonly graceMs: number;
  /** Told before bytes are kept; throws to refuse them. */
  readonly onRoom: (bytes: number) => void;
}

/** Chunked bodies ask for room in steps of this many bytes. */
const STEP = 2 ** 20;

export function tooLarge(maxBytes: number): ImpromptError {
  const limit = maxBytes >= 2 ** 20 ? `${Math.floor(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  return new ImpromptError("input-too-large", `the request is larger than ${limit}`, {
    hint: "Send less, or start the server with a larger --max-bytes.",
  });
}

const tooSlow = (): ImpromptError =>
  new ImpromptError("input-unreadable", "the upload came too slowly and was given up", {
    hint: "Send it again over a faster connection.",
  });

const gone = (cause?: unknown): ImpromptError =>
  new ImpromptError("cancelled", "the client went away while it sent", { cause });

interface Sink {
  readonly add: (chunk: Uint8Array) => void;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

/** Where the length is known, bytes go straight to their place; else they are kept and joined at the end. */
function createSink({ length, maxBytes, onRoom }: BodyLimits): Sink {
  if (length !== undefined) {
    if (length > maxBytes) throw tooLarge(maxBytes);
    onRoom(length);
    const whole = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
    let at = 0;
    return {
      add: (chunk) => {
        whole.set(chunk, at);
        at += chunk.length;
      },
      bytes: () => whole.subarray(0, at),
    };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  let room = 0;
  return {
    add: (chunk) => {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (size > room) {
        const more = Math.ceil((size - room) / STEP) * STEP;
        onRoom(more);
        room += more;
      }
      chunks.push(chunk);
    },
    bytes: () => {
      const whole = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}

/**
 * The whole body. Where it is refused, what is left of it stays unread: see `drainBody`.
 *
 * @throws ImpromptError `input-too-large`, `input-unreadable` where it comes too slowly, `cancelled` where the client
 * goes away, and what `onRoom` throws
 */
export function readBody(stream: Readable, limits: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const sink = createSink(limits);
    const started = performance.now();
    let received = 0;
    const settle = (finish: () => void): void => {
      clearInterval(pace);
      stream.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
      stream.pause();
      finish();
    };
    const pace = setInterval(
      () => {
        const elapsed = performance.now() - started;
        if (elapsed > limits.graceMs && received < (elapsed / 1000) * limits.minBytesPerSecond) {
          settle(() => reject(tooSlow()));
        }
      },
      Math.min(1000, limits.graceMs),
    );
    const onData = (chunk: Uint8Array): void => {
      received += chunk.length;
      try {
        sink.add(chunk);
      } catch (error) {
        settle(() => reject(error as ImpromptError));
      }
    };
    const onEnd = (): void => settle(() => resolve(sink.bytes()));
    const onError = (error: Error): void => settle(() => reject(gone(error)));
    const onClose = (): void => settle(() => (stream.readableEnded ? resolve(sink.bytes()) : reject(gone())));
    stream.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
  });
}

export interface DrainLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** In each stretch of `idleMs` at least this many bytes a second have to come. */
  readonly minBytesPerSecond: number;
  readonly idleMs: number;
}

/**
 * Reads and drops what is left of a body, so that a client that sends before it listens sees its answer. True where
 * nothing is left; false where there was too much, it came too slowly, or the client went away.
 */
export function drainBody(stream: Readable, limits: DrainLimits): Promise<boolean> {
  if (stream.readableEnded) return Promise.resolve(true);
  if (stream.destroyed) return Promise.resolve(false);
  const enough = (limits.idleMs / 1000) * limits.minBytesPerSecond;
  return new Promise((resolve) => {
    let dropped = 0;
    let before = 0;
    const settle = (whole: boolean): void => {
      clearTimeout(overall);
      clearInterval(pace);
      stream.off("data", onData).off("end", onEnd).off("error", onEnd).off("close", onEnd);
      stream.pause();
      resolve(whole);
    };
    const giveUp = (): void => settle(false);
    const onEnd = (): void => settle(stream.readableEnded);
    const onData = (chunk: Uint8Array): void => {
      dropped += chunk.length;
      if (dropped > limits.maxBytes) giveUp();
    };
    const overall = setTimeout(giveUp, limits.timeoutMs);
    const pace = setInterval(() => {
      if (dropped - before < enough) giveUp();
      before = dropped;
    }, limits.idleMs);
    stream.on("data", onData).on("end", onEnd).on("error", onEnd).on("close", onEnd).resume();
  });
}
