import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { actor } from "../requests/actor.schema.ts";
import { lineOfText } from "../requests/text-schemas.ts";

interface OfSandbox {
  readonly sandboxId: string;
}

const acceptance = Type.Object(
  { actor, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
  { additionalProperties: false },
);

const change = Type.Object({ actor, reason: lineOfText }, { additionalProperties: false });

/** What a sandbox may be used for: its policy, the acceptance, and its withdrawal. */
export function sandboxUseRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfSandbox }>("/sandboxes/:sandboxId/use", async ({ params }) =>
    programme.showSandboxUse(params.sandboxId),
  );

  api.post<{ Params: OfSandbox; Body: Static<typeof acceptance> }>(
    "/sandboxes/:sandboxId/accept-policy",
    { schema: { body: acceptance } },
    async (request) =>
      programme.acceptSandboxPolicy({
        sandboxId: request.params.sandboxId,
        ...acted<Static<typeof acceptance>>(request),
      }),
  );

  api.post<{ Params: OfSandbox; Body: Static<typeof change> }>(
    "/sandboxes/:sandboxId/withdraw",
    { schema: { body: change } },
    async (request) =>
      programme.withdrawSandbox({
        sandboxId: request.params.sandboxId,
        ...acted<Static<typeof change>>(request),
      }),
  );

  api.post<{ Params: OfSandbox; Body: Static<typeof change> }>(
    "/sandboxes/:sandboxId/restore",
    { schema: { body: change } },
    async (request) =>
      programme.restoreSandbox({
        sandboxId: request.params.sandboxId,
        ...acted<Static<typeof change>>(request),
      }),
  );
}
