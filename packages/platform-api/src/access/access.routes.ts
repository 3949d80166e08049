import type { FastifyInstance } from "fastify";
import type { Static } from "typebox";

import { roleOf, seenBy, type Caller, type Programme } from "@slipway/programme";

import { newAccount, newOrganisation, newToken } from "./access.schema.ts";
import { callerOf } from "./caller-of.ts";

/** Organisations, their people, and the tokens with which those call. */
export function accessRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/me", async (request) => meWire(callerOf(request)));

  api.get("/organisations", async (request) => ({
    organisations: await programme.listOrganisations(callerOf(request)),
  }));

  api.post<{ Body: Static<typeof newOrganisation> }>(
    "/organisations",
    { schema: { body: newOrganisation } },
    async ({ body }, reply) => reply.code(201).send(await programme.addOrganisation(body)),
  );

  api.get("/accounts", async (request) => ({
    accounts: await programme.listAccounts(callerOf(request)),
  }));

  api.post<{ Body: Static<typeof newAccount> }>(
    "/accounts",
    { schema: { body: newAccount } },
    async (request, reply) => {
      const caller = callerOf(request);
      const { organisation = seenBy(caller) ?? "programme", ...body } = request.body;
      return reply.code(201).send(await programme.addAccount(caller, { organisation, ...body }));
    },
  );

  tokenRoutes(api, programme);
}

function tokenRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/tokens", async (request) => ({
    tokens: await programme.listTokens(callerOf(request)),
  }));

  api.post<{ Params: { accountId: string }; Body: Static<typeof newToken> }>(
    "/accounts/:accountId/tokens",
    { schema: { body: newToken } },
    async (request, reply) => {
      const issued = await programme.issueToken(callerOf(request), {
        ...request.params,
        ...request.body,
      });
      // Whoever stands between must not keep it.
      return reply.code(201).header("cache-control", "no-store").send(issued);
    },
  );

  api.post<{ Params: { tokenId: string } }>("/tokens/:tokenId/revoke", async ({ params }) =>
    programme.revokeToken(params.tokenId),
  );
}

function meWire(caller: Caller): object {
  const role = roleOf(caller);
  if (caller.kind === "installation") return { kind: caller.kind, role, organisation: "programme" };
  const { account, scopes, token } = caller;
  return {
    kind: caller.kind,
    role,
    organisation: account.organisation.name,
    name: account.name,
    accountId: account.id,
    scopes,
    tokenId: token.id,
    expiresAt: token.expiresAt,
  };
}
