import { ImpromptError } from "../../base/error.js";

/** Counts the bodies that are in memory and their bytes, so that many uploads at once cannot fill it. */
export interface Intake {
  /**
   * A client's body with a picture begins; nothing of it is kept where that throws.
   *
   * @throws ImpromptError `rate-limited` where this client has as many under way as it may
   */
  readonly enter: (client: string) => void;
  readonly leave: (client: string) => void;
  /**
   * Takes `bytes` for a client.
   *
   * @throws ImpromptError `overloaded` where there is no room for anyone, `rate-limited` where this client has its
   * half of the room already
   */
  readonly take: (client: string, bytes: number) => void;
  readonly give: (client: string, bytes: number) => void;
  readonly held: () => number;
}

const tooMuch = (): ImpromptError =>
  new ImpromptError("rate-limited", "too much is being sent at once from here", {
    hint: "Wait for some answers, then send this again.",
  });

/**
 * @param capacity bytes over all clients; one client may have half of them, or the whole of one body
 * @param bodies pictures of one client
 */
export function createIntake(capacity: number, largestBody: number, bodies: number): Intake {
  const held = new Map<string, number>();
  const entered = new Map<string, number>();
  const share = Math.max(capacity / 2, largestBody);
  let total = 0;
  return {
    enter: (client) => {
      const own = entered.get(client) ?? 0;
      if (own >= bodies) throw tooMuch();
      entered.set(client, own + 1);
    },
    leave: (client) => {
      const left = (entered.get(client) ?? 0) - 1;
      if (left > 0) entered.set(client, left);
      else entered.delete(client);
    },
    take: (client, bytes) => {
      const own = held.get(client) ?? 0;
      if (own > 0 && own + bytes > share) throw tooMuch();
      if (total > 0 && total + bytes > capacity) {
        throw new ImpromptError("overloaded", "too many uploads are under way", {
          hint: "Send this again in a few seconds.",
        });
      }
      total += bytes;
      held.set(client, own + bytes);
    },
    give: (client, bytes) => {
      const left = (held.get(client) ?? 0) - bytes;
      total -= bytes;
      if (left > 0) held.set(client, left);
      else held.delete(client);
    },
    held: () => total,
  };
}
