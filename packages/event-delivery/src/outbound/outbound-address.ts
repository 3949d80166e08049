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

/**
 * Whether a host as it stands in a parsed URL may not be called, as far as the name tells: literal addresses in every form
 * (the URL parser has already turned `0x7f.1` and `2130706433` into four decimals) and names that always mean this machine.
 * What another name stands for is known only when it is resolved.
 */
export function isForbiddenHost(hostname: string, policy: AddressPolicy): boolean {
  if (isLiteralAddress(hostname)) return isForbiddenAddress(hostname, policy);
  const name = hostname.replace(/\.$/, "").toLowerCase();
  return !policy.allowPrivateAddresses && (name === "localhost" || name.endsWith(".localhost"));
}

/** Whether a host of a parsed URL is an IP address and no name. */
export function isLiteralAddress(hostname: string): boolean {
  return hostname.startsWith("[") || ipaddr.isValid(hostname);
}

/** The connection was refused by us before it was made. */
export class ForbiddenAddressError extends Error {
  readonly code = "SLIPWAY_ADDRESS_FORBIDDEN";
  constructor(host: string, addresses: readonly string[]) {
    const named = addresses.filter((address) => address !== host);
    const resolved = named.length === 0 ? "" : ` (${named.join(", ")})`;
    super(
      `Expected an address of the public internet, found ${host}${resolved}. For local work the operator can allow private addresses.`,
    );
    this.name = "ForbiddenAddressError";
  }
}
