import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { Programme } from "@slipway/programme";

const settings = Type.Object(
  {
    // Any name here: the programme says which there are.
    switches: Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 64 }), {
      maxProperties: 100,
    }),
  },
  { additionalProperties: false },
);

interface OfTenant {
  readonly customerId: string;
}

/** How a tenant shows what is uncertain about the real ATS. */
export function switchRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfTenant }>("/tenants/:customerId/switches", async ({ params }) => ({
    switches: await programme.listSwitches(params.customerId),
  }));

  api.post<{ Params: OfTenant; Body: Static<typeof settings> }>(
    "/tenants/:customerId/switches",
    { schema: { body: settings } },
    async ({ params, body }) => ({
      switches: await programme.setSwitches(params.customerId, body.switches),
    }),
  );
}
