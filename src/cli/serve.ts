import { randomBytes } from "node:crypto";
import type { NetworkInterfaceInfo } from "node:os";
import { availableParallelism, networkInterfaces } from "node:os";
import { fileURLToPath } from "node:url";
import { ImpromptError } from "../base/error.js";
import type { HttpLimits, StudioFiles } from "../http/context.js";
import { isLoopback } from "../http/guard/host.js";
import { mountApi } from "../http/routes/index.js";
import type { RunningServer, ServerOptions } from "../http/server.js";
import { startServer } from "../http/server.js";
import { loadStudio } from "../http/studio.js";
import { createFetchPicture } from "../runtime/fetch/fetch-picture.js";
import { openEngines } from "../runtime/models/engines.js";
import { presentModels } from "../runtime/models/present.js";
import { openSight } from "../runtime/sight/open-sight.js";
import { createDescriber } from "../runtime/workers/pool.js";
import { EXIT } from "./exit.js";
import { openBrowser } from "./open-browser.js";
import type { LimitFlags } from "./options.js";
import { parseLimits } from "./options.js";

export interface ServeFlags extends LimitFlags {
  readonly host: string;
  readonly port: string;
  readonly open?: boolean;
  readonly token?: string;
  readonly concurrency?: string;
  readonly lowMemory?: boolean;
  readonly verbose?: boolean;
}

export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  /** True where the token is new: its owner has to be told. */
  readonly generated: boolean;
  readonly limits: HttpLimits;
  readonly maxPixels: number;
  /** At most one model in memory. */
  readonly lowMemory: boolean;
}

/** Beyond it a process is ended: room for a picture of 100 million pixels and what is measured in it. */
const MAX_RSS_BYTES = 1536 * 2 ** 20;
const DECODE_MS = 20_000;
const FETCH_MS = 15_000;
const QUEUE = 128;

function wrong(flag: string, value: string, hint: string): ImpromptError {
  return new ImpromptError("invalid-option", `${flag} does not take "${value}"`, { hint });
}

function parseWhole(flag: string, value: string, low: number, high: number): number {
  const number = /^\d+$/u.test(value.trim()) ? Number(value) : Number.NaN;
  if (!(number >= low && number <= high)) {
    throw wrong(flag, value, `Give a whole number from ${low} to ${high}.`);
  }
  return number;
}

/** A token that can stand in a header and in an address; long enough that it cannot be guessed. @source RFC 6750 */
function parseToken(token: string): string {
  if (!/^[\w.~+/-]{16,256}=*$/u.test(token)) {
    throw new ImpromptError(
      "invalid-option",
      "--token is too short or has characters that a header cannot carry",
      {
        hint: "Give 16 or more letters, digits, or any of - . _ ~ + /, or leave it out to have one made.",
      },
    );
  }
  return token;
}

/** @throws ImpromptError `invalid-option` */
export function parseServe(flags: ServeFlags): ServeSettings {
  const host = flags.host.trim().replace(/^\[(.*)\]$/u, "$1");
  if (!/^[\w.:%-]+$/u.test(host))
    throw wrong("--host", flags.host, "Give an address of this machine, such as 127.0.0.1.");
  const { maxBytes = 0, maxPixels = 0, timeoutMs = 0 } = parseLimits(flags);
  const concurrency =
    flags.concurrency === undefined
      ? availableParallelism()
      : parseWhole("--concurrency", flags.concurrency, 1, 64);
  const local = isLoopback(host);
  const generated = flags.token === undefined && !local;
  const token = flags.token === undefined ? undefined : parseToken(flags.token);
  const limits = { maxBytes, concurrency, queue: QUEUE, perClient: local ? QUEUE : QUEUE / 4, timeoutMs };
  return {
    host,
    port: parseWhole("--port", flags.port, 0, 65_535),
    ...(generated ? { token: randomBytes(24).toString("base64url") } : token === undefined ? {} : { token }),
    generated,
    limits,
    maxPixels,
    lowMemory: flags.lowMemory === true,
  };
}

async function clipModels(): Promise<string[]> {
  return (await presentModels()).filter(({ kind }) => kind === "clip").map(({ name }) => name);
}

/** The addresses that a person can open; several where the server listens on all of this machine's. */
export function addressesOf(
  host: string,
  port: number,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): string[] {
  if (host !== "0.0.0.0" && host !== "::")
    return [`http://${host.includes(":") ? `[${host}]` : host}:${port}`];
  const others = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map(({ address }) => `http://${address}:${port}`);
  return [`http://localhost:${port}`, ...others];
}

/** Beside the compiled code; from the sources, where the build puts it. */
async function findStudio(): Promise<StudioFiles | null> {
  for (const place of ["../studio/", "../../dist/studio/"]) {
    const files = await loadStudio(fileURLToPath(new URL(place, import.meta.url)));
    if (files !== null) return files;
  }
  return null;
}

/** Where a defect is, without what was worked on: the error's kind and the places in our code. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "a value that is no error was thrown";
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [error.name, ...places.slice(0, 8)].join("\n");
}

function optionsOf(settings: ServeSettings, studio: StudioFiles | null, verbose: boolean): ServerOptions {
  const { host, port, token, limits, maxPixels, lowMemory } = settings;
  const { maxBytes, timeoutMs, concurrency } = limits;
  return {
    host,
    port,
    ...(token === undefined ? {} : { token }),
    limits,
    studio,
    mount: mountApi,
    describer: createDescriber({
      processes: concurrency,
      maxRssBytes: MAX_RSS_BYTES,
      limits: { maxBytes, maxPixels, timeoutMs: Math.min(DECODE_MS, timeoutMs) },
      timeoutMs,
      engines: openEngines({ lowMemory }),
      sight: openSight(),
    }),
    models: clipModels,
    fetchPicture: createFetchPicture({ maxBytes, timeoutMs: Math.min(FETCH_MS, timeoutMs) }),
    onDefect: (error) => process.stderr.write(`imprompt: a request met a defect: ${traceOf(error)}\n`),
    ...(verbose
      ? {
          onAnswer: ({ method, path, status, ms }) =>
            void process.stderr.write(`${method} ${path} ${status} ${ms} ms\n`),
        }
      : {}),
  };
}

function announce(settings: ServeSettings, server: RunningServer): string[] {
  const fragment = settings.generated ? `/#token=${settings.token}` : "";
  const addresses = addressesOf(settings.host, server.port).map((address) => `${address}${fragment}`);
  for (const [at, address] of addresses.entries()) {
    process.stdout.write(`${at === 0 ? "imprompt answers at " : "                 or "}${address}\n`);
  }
  if (settings.generated) {
    process.stdout.write("Whoever has this address may use the server; its token is shown only now.\n");
  } else if (settings.token !== undefined) {
    process.stdout.write("The studio opens with /#token= and your token after the address.\n");
  }
  process.stdout.write("Ctrl+C stops it.\n");
  return addresses;
}

/** Resolves at the first SIGINT or SIGTERM; the next one ends the process at once. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (asked) process.exit(signal === "SIGINT" ? 130 : 143);
      asked = true;
      resolve();
    };
    process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  });
}

export async function runServe(given: object): Promise<number> {
  const flags = given as ServeFlags;
  const settings = parseServe(flags);
  const options = optionsOf(settings, await findStudio(), flags.verbose === true);
  const server = await startServer(options).catch(async (error: unknown) => {
    await options.describer.close();
    throw error;
  });
  const stopped = firstSignal();
  const [address = server.url] = announce(settings, server);
  if (flags.open === true) {
    const whole =
      settings.token === undefined ? address : `${address.split("/#")[0]}/#token=${settings.token}`;
    if (!(await openBrowser(whole)))
      process.stdout.write("No browser could be started: open the address yourself.\n");
  }
  await stopped;
  process.stderr.write("Stopping: what runs may end; Ctrl+C again stops at once.\n");
  await server.close();
  return EXIT.ok;
}
