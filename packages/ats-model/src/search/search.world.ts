import { isFindings } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { tenantA } from "../tenant/tenant.world.ts";
import { parseSearchQuery } from "./parse-search-query.ts";
import type { SearchNode } from "./search-query.ts";
import type { SearchReader } from "./search-reader.ts";

/** Reads searches for a tenant, at noon of a day. */
export function readerOf(tenant: Tenant): SearchReader {
  return { settings: tenant.settings, now: new Date("2026-03-10T12:00:00.000Z") };
}

/** What a search of one filter demands; throws when it is refused. */
export function demandOf(
  noun: ProfileNoun,
  filter: Readonly<Record<string, unknown>>,
  tenant: Tenant = tenantA,
): SearchNode | undefined {
  const query = parseSearchQuery({ filters: [filter] }, noun, readerOf(tenant));
  if (isFindings(query)) throw new Error(`Expected a valid search, found ${JSON.stringify(query)}`);
  return query.where.kind === "all" ? query.where.nodes[0] : undefined;
}

/** The vendor's messages for a search that is refused; empty when it is not. */
export function faultsOf(
  noun: ProfileNoun,
  json: unknown,
  tenant: Tenant = tenantA,
): readonly string[] {
  const query = parseSearchQuery(json, noun, readerOf(tenant));
  return isFindings(query) ? query.map(({ message }) => message) : [];
}
