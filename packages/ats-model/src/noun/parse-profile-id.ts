import type { CustomerId, ProfileId } from "./profile-ids.ts";

const positiveInteger = /^[1-9][0-9]{0,14}$/;

/**
 * Reads a system id from a path segment; undefined when it is none. A requisition number such as `2018-1347` is none:
 * using it in a path is a known beginner's error (PAY).
 */
export function parseProfileId(segment: string): ProfileId | undefined {
  // The brand is what this check establishes.
  return positiveInteger.test(segment) ? (Number(segment) as ProfileId) : undefined;
}

/** Brands a positive safe integer as the id wanted; throws on anything else, because only a bug can bring it here. */
export function profileId<Id extends ProfileId = ProfileId>(value: number): Id {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`Expected a positive whole number as a profile id, found ${value}`);
  // The brand is what this check establishes.
  return value as Id;
}

/** Brands a tenant id. */
export function customerId(value: string): CustomerId {
  if (value === "") throw new Error("Expected a customer id, found an empty text");
  // The brand is what this check establishes.
  return value as CustomerId;
}
