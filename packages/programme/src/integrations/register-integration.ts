import type { Framework } from "@slipway/conformance";
import type { Database, Queries } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";
import { registeredFramework } from "@slipway/frameworks";

import { findOrganisation } from "../access/organisation.store.ts";
import type { RegisterIntegration } from "../programme.ts";
import { insertLifecycle } from "../lifecycle/lifecycle.store.ts";
import {
  CustomerNotOnRecordProblem,
  CustomerNotWantedProblem,
  FrameworkUnknownProblem,
  IntegrationNameTakenProblem,
} from "./integration.problems.ts";
import type { ConnectorType, Integration } from "./integration.ts";
import { findIntegrationNamed, insertIntegration } from "./integration.store.ts";

export interface RegisterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly frameworks: ReadonlyMap<string, Framework>;
}

/**
 * Registers an integration. The same registration again returns the one on record; names are an organisation's own, so that nobody
 * learns which ones others have.
 */
export async function registerIntegration(
  options: RegisterOptions,
  input: RegisterIntegration,
): Promise<{ readonly integration: Integration; readonly created: boolean }> {
  if (!options.frameworks.has(input.framework)) {
    throw new FrameworkUnknownProblem(input.framework, [...options.frameworks.keys()]);
  }
  const connectorType = input.connectorType ?? connectorTypeOf(input.framework);
  const customer = await customerOf(options, input);
  const { queries } = options.database;
  const organisation = await organisationOf(queries, input);
  const created = await options.database.transaction(async (tx) => {
    const at = options.clock.now();
    const inserted = await insertIntegration(tx, {
      id: options.ids.uuid(),
      name: input.name,
      framework: input.framework,
      connectorType,
      path: input.path ?? "programme-defined",
      organisation,
      contact: input.contact,
      forCustomer: customer,
      createdAt: at,
    });
    if (inserted !== undefined) await insertLifecycle(tx, { integrationId: inserted.id, at });
    return inserted;
  });
  if (created !== undefined) return { integration: created, created: true };
  const known = await findIntegrationNamed(queries, input.name, organisation);
  if (known?.framework !== input.framework || known.connectorType !== connectorType) {
    throw new IntegrationNameTakenProblem(
      input.name,
      `${known?.framework ?? ""} (${known?.connectorType ?? ""})`,
    );
  }
  return { integration: known, created: false };
}

/** As the organisation spells itself, if there is one of the name that was given. */
async function organisationOf(
  queries: Queries,
  { name, organisation }: RegisterIntegration,
): Promise<string> {
  if (organisation !== undefined)
    return (await findOrganisation(queries, organisation))?.name ?? organisation;
  const known = await findIntegrationNamed(queries, name, undefined);
  return known?.organisation ?? unnamedOrganisation;
}

/** A framework outside of the registry, as tests have one, is a Prime one. */
function connectorTypeOf(framework: string): ConnectorType {
  return registeredFramework(framework)?.connectorType ?? "prime";
}

/** Of an integration that was registered without naming one. */
const unnamedOrganisation = "unnamed";

/** The customer of the customer-specific path, who has to be on record before work begins (REQ-38). */
async function customerOf(
  { database }: RegisterOptions,
  { path, customer }: RegisterIntegration,
): Promise<string | undefined> {
  if (path !== "customer-specific") {
    if (customer !== undefined) throw new CustomerNotWantedProblem(customer);
    return undefined;
  }
  const row = await database.queries
    .selectFrom("customer")
    .select("id")
    .where("name", "=", customer ?? "")
    .executeTakeFirst();
  if (row === undefined) throw new CustomerNotOnRecordProblem(customer ?? "");
  return row.id;
}
