import type { Sight } from "../../engines/embedded/sight.js";
import { openCallHost } from "../calls/call-host.js";
import { cancelled, sightEnded } from "./failure.js";
import type { SightCall } from "./messages.js";

export interface SightOptions {
  /** Milliseconds without work after which the process is ended; one minute unless said. */
  readonly keepAliveMs?: number;
  /** Resident memory of the process, in bytes, at which it is ended; 1.5 GiB unless said. */
  readonly maxRssBytes?: number;
  /** What serves the calls, and the packages without which a call is answered here, with undefined. */
  readonly host?: SightHost;
}

export interface SightHost {
  readonly script: URL;
  readonly packages: { readonly [Kind in keyof Sight]: readonly string[] };
}

/** The eyes in one process of their own, which starts with the first call and again after it has ended. */
export interface OpenedSight extends Sight {
  /** Ends all work with `cancelled`, and the process. */
  readonly close: () => Promise<void>;
}

const KEEP_ALIVE_MS = 60_000;
const MAX_RSS_BYTES = 1.5 * 2 ** 30;

/** The host runs from its source where this module does. */
const HOST: SightHost = {
  script: new URL(`./host.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url),
  packages: {
    detect: [
      "@vladmandic/human",
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-converter",
      "@tensorflow/tfjs-backend-wasm",
    ],
    read: ["tesseract.js", "@tesseract.js-data/eng"],
  },
};

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Nothing is loaded or started before the first call; no process is started for packages that are not there. */
export function openSight(options: SightOptions = {}): OpenedSight {
  const { keepAliveMs = KEEP_ALIVE_MS, maxRssBytes = MAX_RSS_BYTES, host = HOST } = options;
  const setup = { maxRssBytes, parent: process.pid };
  const { run, unload } = openCallHost<SightCall>(
    { script: host.script, setup, cancelled, ended: sightEnded },
    keepAliveMs,
  );
  const installed = new Map<keyof Sight, boolean>();
  const ask = async (
    kind: keyof Sight,
    raster: SightCall["raster"],
    signal?: AbortSignal,
  ): Promise<unknown> => {
    const known = installed.get(kind) ?? host.packages[kind].every(isInstalled);
    installed.set(kind, known);
    return known ? run({ kind, raster }, { signal }) : undefined;
  };
  return {
    detect: (raster, signal) => ask("detect", raster, signal) as ReturnType<Sight["detect"]>,
    read: (raster, signal) => ask("read", raster, signal) as ReturnType<Sight["read"]>,
    close: unload,
  };
}
