import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { failed, notPublic } from "./failure.js";
import type { Address, Network } from "./network.js";

export interface Reach {
  /** What messages are about. */
  readonly where: string;
  readonly network: Network;
  /** Milliseconds without a byte after which the other end is given up. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/**
 * Sends a GET to one of the addresses that the URL's host has now, each of them checked before, and answers with
 * the head of what comes back. No cookie, no referrer; the connection is used once.
 *
 * @throws ImpromptError `url-refused` where any address is not permitted, `url-failed`; the signal's reason
 */
export async function openResponse(url: URL, reach: Reach): Promise<IncomingMessage> {
  const hostname = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = await checkedAddresses(hostname, reach);
  const { signal, where } = reach;
  return new Promise((resolve, reject) => {
    const request = reach.network.request({
      protocol: url.protocol,
      hostname,
      port: url.port,
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, accept: "image/*", "accept-encoding": "identity", "user-agent": "imprompt" },
      agent: false,
      timeout: reach.idleMs,
      signal,
      lookup: (_, options, callback) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? "", first?.family);
      },
      ...(url.protocol === "https:" ? { rejectUnauthorized: true } : {}),
    });
    const fail = (): void => reject(signal.aborted ? signal.reason : failed(where, NO_ANSWER));
    request.on("error", fail);
    request.on("timeout", () => request.destroy());
    request.on("close", fail);
    request.on("response", resolve);
    request.end();
  });
}

const NO_ANSWER = "this address did not answer";

async function checkedAddresses(hostname: string, reach: Reach): Promise<readonly Address[]> {
  const { network, signal, where } = reach;
  const family = isIP(hostname);
  const resolving =
    family === 0 ? network.resolve(hostname) : Promise.resolve([{ address: hostname, family }]);
  const addresses = await unlessAborted(
    resolving.catch(() => []),
    signal,
  );
  if (addresses.length === 0 || !addresses.every(({ address }) => network.permits(address))) {
    throw notPublic(where);
  }
  return addresses;
}

/** Looking a name up cannot be stopped; what it answers after the signal is of no effect. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
