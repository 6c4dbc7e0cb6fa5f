/** Ends one request when its owner wants it ended, or when nothing has come for too long. */
export interface Guard {
  readonly signal: AbortSignal;
  /** Something came. */
  readonly touch: () => void;
  readonly stop: () => void;
}

const STALL_MS = 30_000;

export function createGuard(owner: AbortSignal, stallMs: number = STALL_MS): Guard {
  const controller = new AbortController();
  const onAbort = (): void => controller.abort(owner.reason);
  const stall = (): void => {
    controller.abort(Object.assign(new Error("nothing came for too long"), { code: "STALLED" }));
  };
  let timer = setTimeout(stall, stallMs);
  if (owner.aborted) onAbort();
  owner.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(stall, stallMs);
    },
    stop: () => {
      clearTimeout(timer);
      owner.removeEventListener("abort", onAbort);
    },
  };
}
