import { ImpromptError } from "../../base/error.js";
import type { HttpLimits } from "../context.js";
import { createTurns } from "./turns.js";

/** Lets a bounded number of pictures through at once, fairly between clients. */
export interface Gate {
  /**
   * Runs `work` when its turn comes: clients take turns, each client's own requests in order. The signal given to
   * `work` aborts when `signal` does and when the time for one picture, waiting included, is over.
   *
   * @throws ImpromptError `overloaded` where the queue is full or the time ends while waiting, `rate-limited`
   * where this client has too many already, `cancelled`, `decode-timeout`, and what `work` throws
   */
  readonly run: <T>(
    client: string,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ) => Promise<T>;
  readonly running: () => number;
  readonly waiting: () => number;
  /** Refuses what waits with `overloaded`, and all that comes later; resolves when what runs has ended. */
  readonly close: () => Promise<void>;
}

/** One picture at the gate: its work takes place between `start` and the promise's end, unless it is stopped first. */
interface Ticket {
  readonly start: () => Promise<void>;
  readonly stop: (error: ImpromptError) => void;
}

const AGAIN = "Send this again in a few seconds.";
const stopping = (): ImpromptError =>
  new ImpromptError("overloaded", "the server is shutting down", { hint: AGAIN });
const full = (): ImpromptError =>
  new ImpromptError("overloaded", "too many pictures are waiting", { hint: AGAIN });
const noTurn = (): ImpromptError => new ImpromptError("overloaded", "no turn came in time", { hint: AGAIN });
const gone = (): ImpromptError => new ImpromptError("cancelled", "the client went away");
const outOfTime = (): ImpromptError =>
  new ImpromptError("decode-timeout", "the picture took longer than it may", {
    hint: "Try a smaller one, or ask again: a model's first answer takes longest.",
  });
const tooMany = (): ImpromptError =>
  new ImpromptError("rate-limited", "too many pictures are under way from here", {
    hint: "Wait for some answers, then send this again.",
  });

interface Counter {
  readonly of: (client: string) => number;
  readonly add: (client: string, by: number) => void;
}

function createCounter(): Counter {
  const counts = new Map<string, number>();
  const of = (client: string): number => counts.get(client) ?? 0;
  return {
    of,
    add: (client, by) => {
      const now = of(client) + by;
      if (now === 0) counts.delete(client);
      else counts.set(client, now);
    },
  };
}

/** A ticket and the promise of its work's outcome, which settles as soon as it is stopped. */
function createTicket<T>(
  work: (signal: AbortSignal) => Promise<T>,
  onSettled: () => void,
): { readonly ticket: Ticket; readonly outcome: Promise<T> } {
  const controller = new AbortController();
  let settle: { readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void };
  const outcome = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  }).finally(onSettled);
  const stop = (error: ImpromptError): void => {
    settle.reject(error);
    controller.abort(error);
  };
  const start = async (): Promise<void> => {
    try {
      settle.resolve(await work(controller.signal));
    } catch (error) {
      settle.reject(error);
    }
  };
  return { ticket: { start, stop }, outcome };
}

/** @param limits `concurrency`, `queue`, `perClient` and `timeoutMs` hold here */
export function createGate(limits: HttpLimits): Gate {
  const turns = createTurns<Ticket>();
  const runningOf = createCounter();
  const onIdle = new Set<() => void>();
  let running = 0;
  let closed = false;

  const begin = (client: string, ticket: Ticket): void => {
    running += 1;
    runningOf.add(client, 1);
    void ticket.start().then(() => {
      running -= 1;
      runningOf.add(client, -1);
      advance();
    });
  };
  const advance = (): void => {
    for (let next = turns.next(); next !== undefined; next = turns.next()) {
      begin(...next);
      if (running >= limits.concurrency) return;
    }
    if (running === 0) for (const resolve of onIdle) resolve();
  };
  const refusal = (client: string, signal: AbortSignal): ImpromptError | null => {
    if (closed) return stopping();
    if (signal.aborted) return gone();
    if (turns.sizeOf(client) + runningOf.of(client) >= limits.perClient) return tooMany();
    return running >= limits.concurrency && turns.size() >= limits.queue ? full() : null;
  };
  const admit: Gate["run"] = (client, signal, work) => {
    const { ticket, outcome } = createTicket(work, () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    });
    const onAbort = (): void => {
      turns.remove(client, ticket);
      ticket.stop(gone());
    };
    const timer = setTimeout(() => {
      ticket.stop(turns.remove(client, ticket) ? noTurn() : outOfTime());
    }, limits.timeoutMs);
    signal.addEventListener("abort", onAbort);
    if (running < limits.concurrency) begin(client, ticket);
    else turns.add(client, ticket);
    return outcome;
  };
  return {
    run: (client, signal, work) => {
      const refused = refusal(client, signal);
      return refused === null ? admit(client, signal, work) : Promise.reject(refused);
    },
    running: () => running,
    waiting: turns.size,
    close: async () => {
      closed = true;
      for (const ticket of turns.clear()) ticket.stop(stopping());
      if (running > 0) await new Promise<void>((resolve) => onIdle.add(resolve));
    },
  };
}
