import {
  isGroup,
  seenField,
  type Field,
  type GroupField,
  type ProfileNoun,
  type WriteContext,
} from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../call/call.ts";
import type { Step } from "../call/steps-of.ts";
import { loadCompaniesOfAddresses } from "../resources/profile/load-companies-of-addresses.ts";
import { storeOf } from "../resources/profile/profile.store.ts";

type CompanyOfAddress = NonNullable<WriteContext["companyOfAddress"]>;

/** The companies of the addresses that a body sent to a profile names by their id alone; asks nothing where it names none. */
export function loadAddressCompanies(
  database: Pick<Database, "tenants">,
): Step<
  Pick<SessionCall, "session"> & { readonly noun: ProfileNoun; readonly json: Json },
  { readonly companyOfAddress: CompanyOfAddress }
> {
  return async ({ session, noun, json }) => {
    const { tenant } = session;
    const entries = membersOf(json).flatMap(([id, value]) => {
      const field = seenField(noun, id, tenant);
      return field === undefined ? [] : entriesIn(field, value);
    });
    return { companyOfAddress: await companiesOf(database, tenant.customerId, entries) };
  };
}

/** The same for a body sent to an entry of a collection. */
export function loadEntryCompanies(
  database: Pick<Database, "tenants">,
): Step<
  Pick<SessionCall, "session"> & { readonly collection: GroupField; readonly json: Json },
  { readonly companyOfAddress: CompanyOfAddress }
> {
  return async ({ session, collection, json }) => ({
    companyOfAddress: await companiesOf(
      database,
      session.tenant.customerId,
      entriesOfChildren(collection, json),
    ),
  });
}

async function companiesOf(
  database: Pick<Database, "tenants">,
  customerId: string,
  entries: readonly number[],
): Promise<CompanyOfAddress> {
  if (entries.length === 0) return () => undefined;
  const companies = await loadCompaniesOfAddresses(storeOf(database, customerId), entries);
  return (entry) => companies.get(entry);
}

function entriesIn(field: Field, value: Json): readonly number[] {
  if (!isGroup(field)) return field.type === "address-link" ? loneEntry(value) : [];
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json) => entriesOfChildren(field, item));
}

function entriesOfChildren(collection: GroupField, json: Json): readonly number[] {
  const linking = collection.children.filter(({ type }) => type === "address-link");
  if (linking.length === 0) return [];
  return membersOf(json).flatMap(([id, value]) =>
    linking.some((child) => child.id === id) ? loneEntry(value) : [],
  );
}

/** The number of an address that is named without its company; what is no such number is for the reader to refuse. */
function loneEntry(value: Json): readonly number[] {
  const members = new Map(membersOf(value));
  const entry = typeof value === "number" ? value : members.get("id");
  const isLone = typeof entry === "number" && !members.has("companyid");
  return isLone && Number.isSafeInteger(entry) ? [entry] : [];
}

function membersOf(json: Json): readonly (readonly [string, Json])[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  // JSON that was parsed has no undefined members.
  return Object.entries(json) as (readonly [string, Json])[];
}
