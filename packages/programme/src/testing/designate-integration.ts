import type { ConnectorType, Integration } from "../integrations/integration.ts";
import { lockVersion, saveStanding, saveVersion } from "../lifecycle/lifecycle.store.ts";
import { newestPack } from "../runs/start-validation.ts";
import type { ProgrammeWorld } from "./open-programme-world.ts";

export interface Designating {
  readonly name: string;
  readonly framework?: string;
  readonly connectorType?: ConnectorType;
  readonly organisation?: string;
  /** Null: nobody is on record. */
  readonly contact?: string | null;
}

type World = Pick<ProgrammeWorld, "programme" | "parts" | "database">;

/** An integration whose first version was validated and designated: as a run of some minutes would leave it. */
export async function designateIntegration(
  world: World,
  { framework = "prime-assessment", connectorType = "prime", ...rest }: Designating,
): Promise<Integration> {
  const { contact = "partner@example.test", organisation = "Acme", name } = rest;
  const { integration } = await world.programme.registerIntegration({
    name,
    framework,
    connectorType,
    organisation,
    ...(contact === null ? {} : { contact }),
  });
  await approveVersion(world, integration, 1);
  const since = world.parts.clocks.installation.now().toISOString();
  await world.database.transaction(async (tx) =>
    saveStanding(tx, integration.id, { kind: "designated", as: connectorType, version: 1, since }),
  );
  return integration;
}

/** A version as the approval of its validation leaves it. */
export async function approveVersion(
  world: World,
  integration: Pick<Integration, "id" | "framework">,
  number: number,
): Promise<void> {
  const { parts, database } = world;
  const framework = parts.frameworks.get(integration.framework);
  await database.transaction(async (tx) => {
    const version = await lockVersion(tx, integration.id, number);
    await saveVersion(tx, {
      ...version,
      state: {
        kind: "approved",
        approvedAt: parts.clocks.installation.now().toISOString(),
        packVersion: framework === undefined ? "" : newestPack(framework),
        validation: number === 1 ? "initial" : "revalidation",
        runId: parts.ids.uuid(),
      },
    });
  });
}
