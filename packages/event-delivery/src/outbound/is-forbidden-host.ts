import {
  isForbiddenAddress,
  isLiteralAddress,
  type AddressPolicy,
} from "./is-forbidden-address.ts";

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
