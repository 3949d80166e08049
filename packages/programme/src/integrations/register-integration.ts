import type { Framework } from "@slipway/conformance";
import type { Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";
import { registeredFramework } from "@slipway/frameworks";

import type { RegisterIntegration } from "../programme.ts";
import { FrameworkUnknownProblem, IntegrationNameTakenProblem } from "./integration.problems.ts";
import type { ConnectorType, Integration } from "./integration.ts";
import { findIntegrationNamed, insertIntegration } from "./integration.store.ts";

export interface RegisterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly frameworks: ReadonlyMap<string, Framework>;
}

/** Registers an integration. The same registration again returns the one on record. */
export async function registerIntegration(
  options: RegisterOptions,
  input: RegisterIntegration,
): Promise<{ readonly integration: Integration; readonly created: boolean }> {
  if (!options.frameworks.has(input.framework)) {
    throw new FrameworkUnknownProblem(input.framework, [...options.frameworks.keys()]);
  }
  const connectorType = input.connectorType ?? connectorTypeOf(input.framework);
  const created = await insertIntegration(options.database.queries, {
    id: options.ids.uuid(),
    createdAt: options.clock.now(),
    ...input,
    connectorType,
  });
  if (created !== undefined) return { integration: created, created: true };
  const known = await findIntegrationNamed(options.database.queries, input.name);
  if (known?.framework !== input.framework || known.connectorType !== connectorType) {
    throw new IntegrationNameTakenProblem(
      input.name,
      `${known?.framework ?? ""} (${known?.connectorType ?? ""})`,
    );
  }
  return { integration: known, created: false };
}

/** A framework outside of the registry, as tests have one, is a Prime one. */
function connectorTypeOf(framework: string): ConnectorType {
  return registeredFramework(framework)?.connectorType ?? "prime";
}
