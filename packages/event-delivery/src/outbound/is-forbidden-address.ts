import ipaddr from "ipaddr.js";

/** Which addresses the platform may call. */
export interface AddressPolicy {
  /**
   * False (the default of an installation): only addresses of the public internet. True, for local work and tests: also
   * loopback, private, unique-local, link-local and carrier-grade NAT addresses, but never the cloud's metadata address.
   */
  readonly allowPrivateAddresses: boolean;
}

const localRanges = new Set(["loopback", "private", "uniqueLocal", "linkLocal", "carrierGradeNat"]);
const metadataAddresses = new Set(["169.254.169.254", "fd00:ec2::254"]);

/**
 * Whether an IP address may not be called. IPv4 inside IPv6 (mapped, compatible) is judged as the IPv4 it is; translation
 * prefixes (NAT64, 6to4, Teredo), multicast, unspecified and reserved ranges are always refused, and so is what is no address.
 */
export function isForbiddenAddress(address: string, policy: AddressPolicy): boolean {
  const bare = address.replaceAll(/^\[|\]$/g, "").replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return true;
  const parsed = ipaddr.process(bare);
  const range = rangeOf(parsed);
  if (range === "unicast") return false;
  if (metadataAddresses.has(parsed.toString())) return true;
  return !(policy.allowPrivateAddresses && localRanges.has(range));
}

const globalUnicast: readonly [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const range = address.range();
  // The library calls everything it has no name for unicast, such as `::7f00:1`, the old form of 127.0.0.1.
  const isUnassigned = range === "unicast" && address.kind() === "ipv6";
  return isUnassigned && !(address as ipaddr.IPv6).match(...globalUnicast) ? "unassigned" : range;
}

/** Whether a host of a parsed URL is an IP address and no name. */
export function isLiteralAddress(hostname: string): boolean {
  return hostname.startsWith("[") || ipaddr.isValid(hostname);
}
