import { hostname } from "node:os";
import type { MiddlewareHandler } from "hono";
import ipaddr from "ipaddr.js";
import { ImpromptError } from "../../base/error.js";

export interface Authority {
  /** A name or an address, without brackets: "localhost", "::1". */
  readonly name: string;
  readonly port: string;
}

/** "127.0.0.1:4870" or "[::1]:4870" in its parts, in lower case; port 80 where none is said. */
export function splitAuthority(authority: string): Authority | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/@\s]+))(?::(\d{1,5}))?$/u.exec(authority.toLowerCase());
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : { name, port: match?.[3] ?? "80" };
}

function addressOf(name: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(name)) return ipaddr.IPv4.parse(name);
  return ipaddr.IPv6.isValid(name) ? ipaddr.IPv6.parse(name) : null;
}

export function isLoopback(name: string): boolean {
  return name === "localhost" || addressOf(name)?.range() === "loopback";
}

/**
 * Which Host headers are answered. A server on a loopback address answers to the names of loopback; one that listens
 * on every address answers to any literal address and to this machine's name, as an attacker's page can bring its own
 * name only ("DNS rebinding"); any other answers to its own name alone. The port is always ours.
 */
export function createHostCheck(authority: string, machine: string = hostname()): (host: string) => boolean {
  const own = splitAuthority(authority);
  if (own === null) return () => false;
  const local = ["localhost", "127.0.0.1", "::1"];
  const isWildcard = addressOf(own.name)?.range() === "unspecified";
  const names = new Set([own.name, ...(isLoopback(own.name) || isWildcard ? local : [])]);
  if (isWildcard) names.add(machine.toLowerCase());
  return (host) => {
    const asked = splitAuthority(host);
    if (asked === null || asked.port !== own.port) return false;
    return names.has(asked.name) || (isWildcard && addressOf(asked.name) !== null);
  };
}

/** @throws ImpromptError `forbidden-origin` for a Host that is not ours, in the header or in an absolute target */
export function checkHost(authority: string): MiddlewareHandler {
  const isOurs = createHostCheck(authority);
  return async (c, next) => {
    const header = c.req.header("host");
    if (!isOurs(new URL(c.req.url).host) || (header !== undefined && !isOurs(header))) {
      throw new ImpromptError("forbidden-origin", "this server is not known by the name in the Host header", {
        hint: `Open it as http://${authority}.`,
      });
    }
    await next();
  };
}
