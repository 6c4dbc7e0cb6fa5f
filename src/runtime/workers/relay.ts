import type { Engines } from "../../app/engine-choice.js";
import type { Sight } from "../../engines/embedded/sight.js";
import { errorOfRecord } from "./error-record.js";
import type { Question, Reply } from "./messages.js";

export interface Relay {
  /** The parent's engines. */
  readonly engines: Engines;
  /** The parent's eyes. */
  readonly sight: Sight;
  /** What the parent answers. */
  readonly receive: (reply: Reply) => void;
}

/**
 * What the parent process has for its workers: models and detectors are in none of them, and who decodes has no part
 * in them. The parent itself tells how far they are, and stops them when the job ends.
 */
export function createRelay(send: (id: number, question: Question) => void): Relay {
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  const ask = async <T>(question: Question): Promise<T> => {
    asked += 1;
    const id = asked;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      send(id, question);
    });
    waiting.delete(id);
    if (reply.kind === "refusal") throw errorOfRecord(reply.error);
    return reply.answer as T;
  };
  return {
    engines: {
      readiness: (...args) => ask({ method: "readiness", args }),
      look: (id, inputs, options) => ask({ method: "look", args: [id, inputs, options] }),
      close: () => Promise.resolve(),
    },
    sight: {
      detect: (raster) => ask({ method: "detect", args: [raster] }),
      read: (raster) => ask({ method: "read", args: [raster] }),
    },
    receive: (reply) => waiting.get(reply.id)?.(reply),
  };
}
