import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { Programme } from "@slipway/programme";

const names = Type.Optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 128 }), { maxItems: 500 }),
);

const rules = Type.Object(
  { hidden: names, readOnly: names, required: names, hiddenFolders: names },
  { additionalProperties: false },
);

const groups = Type.Object(
  {
    loginGroups: Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 128 }),
          isIntegrationUser: Type.Optional(Type.Boolean()),
          preset: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          // Any type of profile here: the programme says which there are.
          rules: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), rules)),
        },
        { additionalProperties: false },
      ),
      { maxItems: 50 },
    ),
  },
  { additionalProperties: false },
);

interface OfTenant {
  readonly customerId: string;
}

/** What the login groups of a tenant's users may see and do. */
export function loginGroupRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfTenant }>("/tenants/:customerId/login-groups", async (request) => ({
    loginGroups: await programme.listLoginGroups(request.params.customerId),
  }));

  api.put<{ Params: OfTenant; Body: Static<typeof groups> }>(
    "/tenants/:customerId/login-groups",
    { schema: { body: groups } },
    async (request) => ({
      loginGroups: await programme.saveLoginGroups(
        request.params.customerId,
        request.body.loginGroups,
      ),
    }),
  );
}
