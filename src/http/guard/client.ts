import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";

/** One network of an address: the address itself for IPv4, its /64 for IPv6, of which one person has all. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}

/** The connection that a request came by; null for a request that came by none, as in a test. */
export function connectionOf(c: Context): HttpBindings | null {
  const bindings = c.env as Partial<HttpBindings> | undefined;
  return bindings?.incoming === undefined || bindings.outgoing === undefined
    ? null
    : { incoming: bindings.incoming, outgoing: bindings.outgoing };
}

/**
 * Whom a request is counted against: the network that it came from. Not the token, which all who use a server share,
 * and not X-Forwarded-For, which anyone can write.
 */
export function clientOf(c: Context): string {
  return networkOf(connectionOf(c)?.incoming.socket.remoteAddress ?? "local");
}
