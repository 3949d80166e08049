import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { noticeStates, seenBy, type Programme } from "@slipway/programme";

import { callerOf } from "../access/caller-of.ts";
import { named } from "../access/named.ts";
import { whoAndWhy } from "../requests/text-schemas.ts";

const query = Type.Object(
  {
    integration: Type.Optional(Type.String({ maxLength: 60 })),
    state: Type.Optional(Type.Union(noticeStates.map((state) => Type.Literal(state)))),
    limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,2}$" })),
  },
  { additionalProperties: false },
);

const resolution = Type.Object(
  { as: Type.Union([Type.Literal("sent"), Type.Literal("send-again")]), ...whoAndWhy },
  { additionalProperties: false },
);

interface OfNotice {
  readonly noticeId: string;
}

/** The outbox of mail. */
export function noticeRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof query> }>(
    "/notices",
    { schema: { querystring: query } },
    async (request) => {
      const { integration, state, limit } = request.query;
      const organisation = seenBy(callerOf(request));
      const notices = await programme.listNotices({
        ...(organisation === undefined ? {} : { organisation }),
        ...(integration === undefined ? {} : { integrationId: integration }),
        ...(state === undefined ? {} : { state }),
        limit: limit === undefined ? 100 : Number(limit),
      });
      return { notices };
    },
  );

  api.get<{ Params: OfNotice }>("/notices/:noticeId", async (request) =>
    programme.loadNotice(request.params.noticeId),
  );

  api.post<{ Params: OfNotice; Body: Static<typeof resolution> }>(
    "/notices/:noticeId/resolution",
    { schema: { body: resolution } },
    async (request) => programme.resolveNotice({ ...named(request), id: request.params.noticeId }),
  );
}
