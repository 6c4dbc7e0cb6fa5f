import { lookup } from "node:dns/promises";
import type { ClientRequest, RequestOptions } from "node:http";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { networkInterfaces } from "node:os";
import { isPublicAddress } from "./check-address.js";

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** What fetching needs of the machine. */
export interface Network {
  /** Every address of a host name. Rejects where there is none. */
  readonly resolve: (hostname: string) => Promise<readonly Address[]>;
  /** Whether an address may be connected to. */
  readonly permits: (address: string) => boolean;
  /** Opens a request that is not sent yet. It connects to what its options' `lookup` answers. */
  readonly request: (options: RequestOptions & { readonly protocol: string }) => ClientRequest;
}

export const nodeNetwork: Network = {
  resolve: (hostname) => lookup(hostname, { all: true }),
  permits: (address) => isPublicAddress(address) && !isOwnAddress(address),
  request: (options) => (options.protocol === "https:" ? httpsRequest : httpRequest)(options),
};

/** A machine with a public address answers itself there, past the firewall before it. */
function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((own) => own?.some((one) => one.address === address));
}
