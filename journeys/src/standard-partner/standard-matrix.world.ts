import { manifest, startStandardPartner, type Behaviour } from "@slipway/example-standard-partner";
import type { PartnerSetup, Region, RunReport, Sandbox } from "@slipway/platform-client";

import { platformLogin, reportOf } from "../harness/validation.world.ts";
import {
  matrixLookEveryMs,
  openMatrix,
  type MatrixOptions,
} from "../known-bad-partners/matrix.world.ts";

/** One platform process, before which Standard partners are validated. */
export interface StandardMatrixWorld {
  readonly validate: (behaviour: Behaviour) => Promise<RunReport>;
  readonly close: () => Promise<void>;
}

/** What every partner offers to each tenant. */
const assessmentsOf = {
  a: ["Numbers by Acme", "Letters by Acme"],
  b: ["Zahlen von Acme", "Buchstaben von Acme"],
} as const;

export async function openStandardMatrix(options: MatrixOptions): Promise<StandardMatrixWorld> {
  return openMatrix<Behaviour>(options, {
    framework: "standard-assessment",
    validateAt: async (client, { sandbox, credentials }, behaviour) => {
      const partner = await startStandardPartner({ behaviour });
      try {
        for (const region of ["a", "b"] as const)
          partner.configureCustomer(sandbox.tenants[region].customerId, {
            ats: credentials[region],
            platform: platformLogin[region],
            assessments: assessmentsOf[region],
          });
        await client.savePartnerSetup(sandbox.id, setupOf(sandbox, partner.endpoint));
        const run = await client.startRun(sandbox.id);
        return await reportOf(client, run.id, matrixLookEveryMs);
      } finally {
        await partner.close();
      }
    },
  });
}

function setupOf(sandbox: Sandbox, endpoint: string): PartnerSetup {
  const connectionOf = (region: Region): PartnerSetup["connections"][Region] => ({
    endpoint,
    authentication: { method: "basic", ...platformLogin[region] },
    enablement: {
      customerId: sandbox.tenants[region].customerId,
      authenticationMethod: "basic",
      ipAddresses: [],
      packageIds: assessmentsOf[region],
      optionalFeatures: [],
    },
  });
  return {
    connections: { a: connectionOf("a"), b: connectionOf("b") },
    declaration: {
      completesTestOrders: true,
      supportsCancel: false,
      manifest,
      wordings: {},
    },
  };
}
