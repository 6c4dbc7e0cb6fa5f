import type { ErrorCode } from "../base/error.js";

export const EXIT = { ok: 0, someFailed: 1, usage: 2, allFailed: 3 } as const;

/** True for mistakes in the command line itself: nothing was tried, so the status is 2. */
const IS_USAGE: { readonly [Code in ErrorCode]: boolean } = {
  "input-not-found": false,
  "input-unreadable": false,
  "input-empty": false,
  "input-too-large": false,
  "input-unsupported": false,
  "input-corrupt": false,
  "decode-timeout": false,
  "url-refused": false,
  "url-failed": false,
  usage: true,
  "unknown-target": true,
  "invalid-option": true,
  "invalid-blueprint": false,
  "output-exists": true,
  "output-failed": false,
  "model-missing": false,
  "model-unknown": true,
  "model-corrupt": false,
  "model-failed": false,
  "download-failed": false,
  "disk-full": false,
  "engine-failed": false,
  cancelled: false,
  overloaded: false,
  "rate-limited": false,
  unauthorised: false,
  "forbidden-origin": false,
  "not-found": false,
  internal: false,
};

export function exitStatusOf(code: ErrorCode): number {
  return IS_USAGE[code] ? EXIT.usage : EXIT.allFailed;
}

/** The status of a run over several inputs. */
export function exitStatusOfRun(succeeded: number, failed: number): number {
  if (failed === 0) return EXIT.ok;
  return succeeded === 0 ? EXIT.allFailed : EXIT.someFailed;
}
