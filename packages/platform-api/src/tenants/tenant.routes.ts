import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { Programme } from "@slipway/programme";

import { loginGroupRoutes } from "./login-group.routes.ts";
import { parseWorkflowId } from "./parse-workflow-id.ts";
import { switchRoutes } from "./switch.routes.ts";

interface OfTenant {
  readonly customerId: string;
}

const wholeNumber = Type.String({ pattern: "^[0-9]{1,15}$" });

const exchangeQuery = Type.Object(
  {
    run: Type.Optional(Type.String()),
    workflow: Type.Optional(wholeNumber),
    person: Type.Optional(wholeNumber),
    order: Type.Optional(Type.String({ maxLength: 200 })),
    after: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,2}$" })),
    order_by: Type.Optional(
      Type.Union([Type.Literal("oldest-first"), Type.Literal("newest-first")]),
    ),
  },
  { additionalProperties: false },
);

const move = Type.Object(
  { status: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);

const order = Type.Object(
  {
    workflowId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    packageId: Type.String({ minLength: 1, maxLength: 128 }),
  },
  { additionalProperties: false },
);

const callers = Type.Object(
  { addresses: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 }) },
  { additionalProperties: false },
);

/** A tenant: its exchange log, what a recruiter does in it, and what its login groups may see. */
export function tenantRoutes(api: FastifyInstance, programme: Programme): void {
  callerRoutes(api, programme);
  logRoutes(api, programme);
  recruiterRoutes(api, programme);
  loginGroupRoutes(api, programme);
  switchRoutes(api, programme);
}

function callerRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfTenant }>("/tenants/:customerId/caller-addresses", async (request) =>
    programme.loadCallerAddresses(request.params.customerId),
  );

  api.put<{ Params: OfTenant; Body: Static<typeof callers> }>(
    "/tenants/:customerId/caller-addresses",
    { schema: { body: callers } },
    async (request) =>
      programme.setCallerAddresses(request.params.customerId, request.body.addresses),
  );
}

function logRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfTenant; Querystring: Static<typeof exchangeQuery> }>(
    "/tenants/:customerId/exchanges",
    { schema: { querystring: exchangeQuery } },
    async (request) => {
      const { query } = request;
      const exchanges = await programme.listExchanges({
        customerId: request.params.customerId,
        ...(query.run === undefined ? {} : { runId: query.run }),
        ...(query.workflow === undefined ? {} : { workflowId: Number(query.workflow) }),
        ...(query.person === undefined ? {} : { personId: Number(query.person) }),
        ...(query.order === undefined ? {} : { orderId: query.order }),
        ...(query.after === undefined ? {} : { after: query.after }),
        limit: query.limit === undefined ? 100 : Number(query.limit),
        order: query.order_by ?? "newest-first",
      });
      return { exchanges };
    },
  );

  api.get<{ Params: OfTenant & { exchangeId: string } }>(
    "/tenants/:customerId/exchanges/:exchangeId",
    async (request) => programme.loadExchange(request.params.customerId, request.params.exchangeId),
  );
}

function recruiterRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfTenant & { workflowId: string }; Body: Static<typeof move> }>(
    "/tenants/:customerId/workflows/:workflowId/move",
    { schema: { body: move } },
    async (request, reply) => {
      const { customerId, workflowId } = request.params;
      return reply.code(202).send(
        await programme.moveCandidate({
          customerId,
          workflowId: parseWorkflowId(workflowId),
          ...request.body,
        }),
      );
    },
  );

  api.post<{ Params: OfTenant; Body: Static<typeof order> }>(
    "/tenants/:customerId/orders",
    { schema: { body: order } },
    async (request, reply) =>
      reply.code(202).send(
        await programme.orderAssessment({
          customerId: request.params.customerId,
          ...request.body,
        }),
      ),
  );

  api.get<{ Params: OfTenant & { orderId: string } }>(
    "/tenants/:customerId/orders/:orderId",
    async (request) => programme.loadOrder(request.params.customerId, request.params.orderId),
  );

  api.post<{ Params: OfTenant & { orderId: string } }>(
    "/tenants/:customerId/orders/:orderId/cancel",
    async (request, reply) =>
      reply
        .code(202)
        .send(await programme.cancelAssessment(request.params.customerId, request.params.orderId)),
  );

  api.get<{ Params: OfTenant & { deliveryId: string } }>(
    "/tenants/:customerId/deliveries/:deliveryId",
    async (request) => programme.loadDelivery(request.params.customerId, request.params.deliveryId),
  );
}
