import type { Engines } from "../../app/engine-choice.js";
import { errorOfRecord } from "./error-record.js";
import type { EngineCall, EngineReply } from "./messages.js";

export interface Relay {
  /** The parent's engines. */
  readonly engines: Engines;
  /** What the parent answers. */
  readonly receive: (reply: EngineReply) => void;
}

/**
 * The engines of the parent process, for a worker: models are in neither, and who decodes has no part in them. The
 * parent itself tells how far they are.
 */
export function createRelay(send: (call: EngineCall) => void): Relay {
  let settle: ((reply: EngineReply) => void) | undefined;
  const ask = async <T>(call: EngineCall): Promise<T> => {
    const reply = await new Promise<EngineReply>((resolve) => {
      settle = resolve;
      send(call);
    });
    if (reply.kind === "refusal") throw errorOfRecord(reply.error);
    return reply.answer as T;
  };
  return {
    engines: {
      readiness: (...args) => ask({ method: "readiness", args }),
      look: (id, inputs, options) => ask({ method: "look", args: [id, inputs, options] }),
      close: () => Promise.resolve(),
    },
    receive: (reply) => settle?.(reply),
  };
}
