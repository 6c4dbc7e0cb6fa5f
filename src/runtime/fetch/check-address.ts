import ipaddr from "ipaddr.js";

/**
 * Addresses in public ranges that answer only from inside a cloud, with what its machines must not give away: Azure's
 * host (the others lie in ranges that are refused as a whole).
 *
 * @source Microsoft Learn, "What is IP address 168.63.129.16?"
 */
const METADATA: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** What the internet has been given of IPv6, so far. @source IANA, Internet Protocol Version 6 Address Space */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Where networks without IPv4 map it to. @source RFC 6052 */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * Whether an address may be connected to: one that the public internet routes to. Takes an IPv4 address of four
 * decimal parts or an IPv6 address; anything else is not public, nor is an address with a zone. IPv4 inside IPv6 is
 * public only behind NAT64, and there only where the IPv4 address is.
 *
 * @source IANA IPv4 and IPv6 Special-Purpose Address Registries, by way of ipaddr.js; RFC 5214 (ISATAP)
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return isPublicV4(ipaddr.IPv4.parse(address));
  if (!ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.zoneId !== undefined && parsed.zoneId !== "") return false;
  if (parsed.match(NAT64)) return isPublicV4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  return parsed.match(GLOBAL_UNICAST) && parsed.range() === "unicast" && !isIsatap(parsed);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === "unicast" && !METADATA.has(address.toString());
}

/** An IPv4 address as interface identifier, behind any prefix. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe;
}
