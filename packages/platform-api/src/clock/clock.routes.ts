import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { ClockMove, Programme } from "@slipway/programme";

import { instant, parseInstant } from "../requests/parse-instant.ts";

interface OfTenant {
  readonly customerId: string;
}

/** Four hundred years: more than any move can take, and a whole number that stays exact. */
const longestMs = 12_622_780_800_000;

const move = Type.Union([
  Type.Object(
    {
      kind: Type.Literal("advance"),
      byMs: Type.Integer({ minimum: -longestMs, maximum: longestMs }),
    },
    { additionalProperties: false },
  ),
  Type.Object({ kind: Type.Literal("set"), to: instant }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal("freeze") }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal("resume") }, { additionalProperties: false }),
]);

type Move = Static<typeof move>;

/** The clock of the installation and that of each tenant. */
export function clockRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/clock", async () => programme.showClock());

  api.post<{ Body: Move }>("/clock/moves", { schema: { body: move } }, async (request) =>
    programme.moveClock(moveOf(request.body)),
  );

  api.get<{ Params: OfTenant }>("/tenants/:customerId/clock", async (request) =>
    programme.showClock(request.params.customerId),
  );

  api.post<{ Params: OfTenant; Body: Move }>(
    "/tenants/:customerId/clock/moves",
    { schema: { body: move } },
    async (request) => programme.moveClock(moveOf(request.body), request.params.customerId),
  );
}

function moveOf(body: Move): ClockMove {
  return body.kind === "set" ? { kind: "set", to: parseInstant(body.to) } : body;
}
