import ipaddr from "ipaddr.js";

/** An address or a range of addresses from where a user may call; of one address, as long as the address. */
export type CallerRange = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];

/** What reading an entry of a list of addresses gave: the range with its usual spelling, or what was expected instead. */
export type CallerRangeReading =
  | { readonly kind: "range"; readonly range: CallerRange; readonly text: string }
  | { readonly kind: "wrong"; readonly expected: string };

const forms =
  "an address or CIDR range such as 192.0.2.7, 192.0.2.0/24, 2001:db8::7 or 2001:db8::/32";

/** Reads an entry of a tenant's list. A range is named by its first address, so that a slip of the pen does not open more than was meant. */
export function readCallerRange(entry: string): CallerRangeReading {
  const [host = "", length, ...rest] = entry.split("/");
  const isWritten = ipaddr.IPv4.isValidFourPartDecimal(host) || isPlainIpv6(host);
  if (!isWritten || rest.length > 0) return { kind: "wrong", expected: forms };
  const address = ipaddr.parse(host);
  const longest = address.kind() === "ipv4" ? 32 : 128;
  const bits = length === undefined ? longest : readLength(length);
  if (bits === undefined || bits > longest)
    return { kind: "wrong", expected: `a length from 0 to ${longest} after the slash` };
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress())
    return { kind: "wrong", expected: "an IPv4 address written as one, such as 192.0.2.7" };
  const first = firstOf(address, bits);
  if (first !== address.toString())
    return { kind: "wrong", expected: `the first address of the range, ${first}/${bits}` };
  const text = bits === longest ? first : `${first}/${bits}`;
  return { kind: "range", range: [address, bits], text };
}

const readLists = new WeakMap<readonly string[], readonly CallerRange[]>();

/** Whether a connection from this address may be used; an empty list lets everybody. IPv4 that arrives inside IPv6 is IPv4. */
export function isAllowedCaller(address: string | undefined, list: readonly string[]): boolean {
  if (list.length === 0) return true;
  if (address === undefined) return false;
  const caller = ipaddr.process(address.replace(/%.*$/u, ""));
  return rangesOf(list).some(
    ([first, bits]) =>
      // The library throws at addresses of different kinds.
      first.kind() === caller.kind() && caller.match(first, bits),
  );
}

/** A tenant's list stays the same object until it changes. */
function rangesOf(list: readonly string[]): readonly CallerRange[] {
  const known = readLists.get(list);
  if (known !== undefined) return known;
  const ranges = list
    .map(readCallerRange)
    .flatMap((one) => (one.kind === "range" ? [one.range] : []));
  readLists.set(list, ranges);
  return ranges;
}

function isPlainIpv6(text: string): boolean {
  return text.includes(":") && !text.includes("%") && ipaddr.IPv6.isValid(text);
}

function readLength(text: string): number | undefined {
  return /^\d{1,3}$/u.test(text) ? Number(text) : undefined;
}

function firstOf(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const cidr = `${address.toString()}/${bits}`;
  return address instanceof ipaddr.IPv4
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(cidr).toString();
}
