import type { Tenant, TenantSettings } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import { createTestDatabase } from "@slipway/database/testing";
import type { Region } from "@slipway/exchange";
import { systemClock, type Clock } from "@slipway/foundation";
import { primeAssessment } from "@slipway/frameworks";

import { createProgramme } from "../create-programme.ts";
import type { PartnerSetup } from "../partner/partner-setup.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import type { Programme } from "../programme.ts";
import { changeSettings } from "../sandboxes/change-settings.ts";
import type { BasicCredential, Sandbox } from "../sandboxes/sandbox.ts";
import { openWorldParts } from "./open-world-parts.ts";
import type { Opened } from "./opened.ts";
import { startWorldPartner, type WorldPartner } from "./start-world-partner.ts";

/** The whole programme on a database of its own: both sandbox listeners and the delivery worker run, on real sockets. */
export interface ProgrammeWorld {
  readonly database: Database;
  readonly parts: ProgrammeParts;
  readonly programme: Programme;
  /** An integration with a sandbox; each call makes another. */
  readonly makeSandbox: () => Promise<MadeSandbox>;
  /** A setup that calls the world's partner in both tenants. */
  readonly setupOf: (sandbox: Sandbox) => PartnerSetup;
  readonly partner: WorldPartner;
  /** Sets the installation's clock, from which every tenant's counts. */
  readonly setClock: (clock: Clock) => void;
  readonly tenant: (sandbox: Sandbox, region: Region) => Promise<Tenant>;
  readonly changeSettings: (
    tenant: Tenant,
    change: (settings: TenantSettings) => TenantSettings,
  ) => Promise<void>;
  /** Fails when something of ours went wrong meanwhile. */
  readonly close: () => Promise<void>;
}

export interface MadeSandbox {
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, BasicCredential>>;
}

export async function openProgrammeWorld(): Promise<ProgrammeWorld> {
  const faults: unknown[] = [];
  const opened: Opened[] = [];
  const database = await createTestDatabase();
  opened.push(database);
  let current: Clock = systemClock;
  const clock: Clock = { now: () => current.now(), monotonicMs: systemClock.monotonicMs };
  const partner = await startWorldPartner(opened);
  const parts = await openWorldParts(database, {
    clock,
    opened,
    onFault: (fault) => faults.push(fault),
  });
  const programme = createProgramme(parts);
  return {
    database,
    parts,
    programme,
    partner,
    makeSandbox: async () => {
      const { integration } = await programme.registerIntegration({
        name: parts.ids.uuid(),
        framework: primeAssessment.id,
        connectorType: "prime",
      });
      return programme.createSandbox({ integrationId: integration.id });
    },
    setupOf: (sandbox) => setupOf(sandbox, partner.endpoint),
    setClock: (next) => {
      current = next;
    },
    tenant: async (sandbox, region) => tenantOf(parts, sandbox.tenants[region].customerId),
    changeSettings: async (tenant, change) => changeSettings(parts, tenant, change),
    close: async () => {
      for (const one of opened.toReversed()) await one.close();
      if (faults.length > 0) throw new AggregateError(faults, "Expected no fault of our own");
    },
  };
}

function setupOf(sandbox: Sandbox, endpoint: string): PartnerSetup {
  const connection = (region: Region): PartnerSetup["connections"][Region] => ({
    endpoint,
    authentication: { method: "basic", username: `platform-${region}`, password: `word-${region}` },
    enablement: {
      customerId: sandbox.tenants[region].customerId,
      authenticationMethod: "basic",
      ipAddresses: [],
      packageIds: [],
      optionalFeatures: [],
    },
  });
  return {
    connections: { a: connection("a"), b: connection("b") },
    declaration: {
      completesTestOrders: false,
      supportsCancel: true,
      manifest: [],
      wordings: {},
    },
  };
}
