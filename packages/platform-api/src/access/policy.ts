import {
  listingTransitions,
  standingTransitions,
  versionTransitions,
  type Role,
  type Scope,
} from "@slipway/programme";

/**
 * What of the things that belong to organisations a route is about. Whoever is of the programme's organisation sees everybody's.
 *
 * - `own`: one thing, by the first id in the path. One that belongs to another organisation is answered like one that is not there.
 * - `anybodys`: one thing, by the first id in the path, whomever it belongs to.
 * - `listed`: a list, which shows what the caller may see and nothing else.
 * - `made`: something new, in the caller's own organisation.
 * - `shared`: what belongs to no organisation.
 */
export type Whose = "own" | "anybodys" | "listed" | "made" | "shared";

/** A route, by verb and path below the prefix; who may call it, besides operators; the scope of the token; whose things it is about. */
export type PolicyRow = readonly [
  route: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`,
  roles: readonly Role[],
  scope: Scope,
  whose: Whose,
];

const partners = ["partner-developer", "partner-admin"] as const;
const builders = [...partners, "customer-developer", "customer-admin"] as const;
const deciders = ["reviewer", "programme-owner"] as const;
const support = [...deciders, "partner-manager"] as const;
const everyone = [...builders, ...support] as const;
const admins = ["partner-admin", "customer-admin", "programme-owner"] as const;

/** Whoever may make any of these events happen; which of them when, the table of events says. */
function movers(rows: readonly { readonly by: readonly Role[] }[]): readonly Role[] {
  return [...new Set(rows.flatMap(({ by }) => by))].filter((role) => role !== "clock");
}

/** Who may do what. A route without a row here keeps the API from starting, and so does a row without a route. */
export const policy: readonly PolicyRow[] = [
  ["GET /integrations", everyone, "programme:read", "listed"],
  ["POST /integrations", everyone, "programme:write", "made"],
  ["POST /integrations/:integrationId/sandbox", partners, "sandbox:write", "own"],
  ["GET /integrations/:integrationId", everyone, "programme:read", "own"],
  ["GET /integrations/:integrationId/history", everyone, "programme:read", "own"],
  ["GET /history/verification", support, "programme:read", "shared"],
  ["POST /customers", support, "programme:write", "shared"],
  [
    "POST /integrations/:integrationId/events",
    movers(standingTransitions),
    "programme:write",
    "own",
  ],
  ["POST /integrations/:integrationId/versions", builders, "programme:write", "own"],
  ["PUT /integrations/:integrationId/versions/:version/design", builders, "programme:write", "own"],
  [
    "POST /integrations/:integrationId/versions/:version/events",
    movers(versionTransitions),
    "programme:write",
    "own",
  ],
  ["POST /integrations/:integrationId/versions/:version/items", everyone, "programme:write", "own"],
  ["POST /integrations/:integrationId/items/:itemId/close", everyone, "programme:write", "own"],

  ["GET /sandboxes/:sandboxId", everyone, "sandbox:read", "own"],
  ["GET /sandboxes/:sandboxId/use", everyone, "sandbox:read", "own"],
  ["POST /sandboxes/:sandboxId/accept-policy", partners, "sandbox:write", "own"],
  ["POST /sandboxes/:sandboxId/withdraw", support, "programme:write", "own"],
  ["POST /sandboxes/:sandboxId/restore", support, "programme:write", "own"],
  ["POST /sandboxes/:sandboxId/tenants/:region/credentials", partners, "sandbox:write", "own"],
  ["PUT /sandboxes/:sandboxId/partner-setup", partners, "sandbox:write", "own"],
  ["POST /sandboxes/:sandboxId/preflight", [...partners, ...deciders], "runs:write", "own"],
  ["GET /sandboxes/:sandboxId/runs", everyone, "runs:read", "own"],
  ["POST /sandboxes/:sandboxId/runs", [...partners, ...deciders], "runs:write", "own"],

  ["GET /runs/:runId", everyone, "runs:read", "own"],
  ["POST /runs/:runId/cancel", [...partners, ...deciders], "runs:write", "own"],
  ["GET /runs/:runId/gradings", everyone, "runs:read", "own"],
  ["POST /runs/:runId/gradings", [...partners, ...deciders], "runs:write", "own"],
  ["GET /runs/:runId/report", everyone, "runs:read", "own"],
  ["GET /runs/:runId/manifest", everyone, "runs:read", "own"],

  ["GET /frameworks/:framework/packs/:version", everyone, "programme:read", "shared"],
  ["GET /frameworks/:framework/packs/:version/impact", support, "runs:read", "shared"],
  ["POST /frameworks/:framework/impact", support, "runs:read", "shared"],

  ["GET /tenants/:customerId/caller-addresses", everyone, "sandbox:read", "own"],
  ["PUT /tenants/:customerId/caller-addresses", partners, "sandbox:write", "own"],
  ["GET /tenants/:customerId/exchanges", everyone, "sandbox:read", "own"],
  ["GET /tenants/:customerId/exchanges/:exchangeId", everyone, "sandbox:read", "own"],
  ["POST /tenants/:customerId/workflows/:workflowId/move", partners, "sandbox:write", "own"],
  ["POST /tenants/:customerId/orders", partners, "sandbox:write", "own"],
  ["GET /tenants/:customerId/orders/:orderId", everyone, "sandbox:read", "own"],
  ["POST /tenants/:customerId/orders/:orderId/cancel", partners, "sandbox:write", "own"],
  ["GET /tenants/:customerId/deliveries/:deliveryId", everyone, "sandbox:read", "own"],
  ["GET /tenants/:customerId/login-groups", everyone, "sandbox:read", "own"],
  ["PUT /tenants/:customerId/login-groups", partners, "sandbox:write", "own"],
  ["GET /tenants/:customerId/clock", everyone, "sandbox:read", "own"],
  ["POST /tenants/:customerId/clock/moves", partners, "sandbox:write", "own"],

  ["GET /tenants/:customerId/switches", everyone, "sandbox:read", "own"],
  ["POST /tenants/:customerId/switches", partners, "sandbox:write", "own"],

  ["GET /adherence-reports", everyone, "programme:read", "listed"],
  // A customer tells of an integration that it uses, which is a partner's.
  [
    "POST /integrations/:integrationId/adherence-reports",
    ["customer-admin"],
    "programme:write",
    "anybodys",
  ],
  ["POST /adherence-reports/:reportId/decision", deciders, "programme:write", "own"],
  ["GET /releases", everyone, "programme:read", "shared"],
  ["POST /releases", ["programme-owner"], "programme:write", "shared"],
  ["GET /releases/:releaseId", support, "programme:read", "shared"],
  ["GET /releases/:releaseId/affected", support, "programme:read", "shared"],
  ["POST /releases/:releaseId/publish", ["programme-owner"], "programme:write", "shared"],
  ["GET /revalidations", everyone, "programme:read", "listed"],
  [
    "POST /integrations/:integrationId/revalidations",
    ["partner-admin", ...deciders],
    "programme:write",
    "own",
  ],
  ["POST /integrations/:integrationId/declared-changes", partners, "programme:write", "own"],
  ["POST /revalidations/:revalidationId/withdraw", deciders, "programme:write", "own"],
  ["PUT /integrations/:integrationId/contact", partners, "programme:write", "own"],

  [
    "GET /integrations/:integrationId/versions/:version/submission",
    everyone,
    "programme:read",
    "own",
  ],
  [
    "POST /integrations/:integrationId/versions/:version/submission/confirmations",
    partners,
    "programme:write",
    "own",
  ],

  ["GET /threads", everyone, "programme:read", "listed"],
  ["POST /integrations/:integrationId/threads", builders, "programme:write", "own"],
  ["GET /threads/:threadId", everyone, "programme:read", "own"],
  ["POST /threads/:threadId/messages", everyone, "programme:write", "own"],
  ["POST /threads/:threadId/resolution", everyone, "programme:write", "own"],
  ["PUT /threads/:threadId/owner", support, "programme:write", "own"],

  [
    "POST /integrations/:integrationId/versions/:version/evidence",
    [...partners, ...deciders],
    "programme:write",
    "own",
  ],
  [
    "GET /integrations/:integrationId/versions/:version/evidence",
    everyone,
    "programme:read",
    "own",
  ],
  [
    "GET /integrations/:integrationId/versions/:version/evidence/archive",
    everyone,
    "programme:read",
    "own",
  ],
  // It names people.
  [
    "POST /integrations/:integrationId/versions/:version/evidence/publication",
    ["partner-admin", "programme-owner"],
    "programme:write",
    "own",
  ],
  ["GET /evidence-keys", everyone, "programme:read", "shared"],
  ["POST /evidence-keys", ["programme-owner"], "admin", "shared"],
  ["POST /evidence-keys/:keyId/revocation", ["programme-owner"], "admin", "shared"],

  ["GET /marketplace", everyone, "programme:read", "shared"],
  ["GET /integrations/:integrationId/listing", everyone, "programme:read", "own"],
  [
    "PUT /integrations/:integrationId/listing",
    movers(listingTransitions),
    "programme:write",
    "own",
  ],
  [
    "POST /integrations/:integrationId/listing/events",
    movers(listingTransitions),
    "programme:write",
    "own",
  ],
  ["GET /integrations/:integrationId/unsent-events", everyone, "programme:read", "own"],

  ["GET /clock", everyone, "programme:read", "shared"],
  ["POST /clock/moves", [], "admin", "shared"],

  ["GET /deadlines", everyone, "programme:read", "listed"],
  ["POST /integrations/:integrationId/deadlines", deciders, "programme:write", "own"],
  ["GET /deadlines/:deadlineId", everyone, "programme:read", "own"],
  ["POST /deadlines/:deadlineId/extend", deciders, "programme:write", "own"],
  ["POST /deadlines/:deadlineId/clear", deciders, "programme:write", "own"],
  ["GET /tasks", support, "programme:read", "shared"],
  ["GET /notices", everyone, "programme:read", "listed"],
  ["GET /notices/:noticeId", everyone, "programme:read", "own"],
  ["POST /notices/:noticeId/resolution", deciders, "programme:write", "own"],

  ["GET /organisations", everyone, "programme:read", "listed"],
  ["POST /organisations", ["programme-owner"], "admin", "shared"],
  ["GET /accounts", [...admins, "partner-manager"], "admin", "listed"],
  ["POST /accounts", admins, "admin", "made"],
  ["POST /accounts/:accountId/tokens", admins, "admin", "own"],
  ["GET /tokens", admins, "admin", "listed"],
  ["POST /tokens/:tokenId/revoke", admins, "admin", "own"],

  ["GET /webhooks", admins, "programme:read", "listed"],
  ["POST /webhooks", admins, "admin", "made"],
  ["GET /webhooks/:webhookId", admins, "programme:read", "own"],
  ["GET /webhooks/:webhookId/messages", admins, "programme:read", "own"],
  ["POST /webhooks/:webhookId/messages/:messageId/resend", admins, "admin", "own"],
  ["POST /webhooks/:webhookId/test", admins, "admin", "own"],
  ["POST /webhooks/:webhookId/secret", admins, "admin", "own"],
  ["POST /webhooks/:webhookId/enable", admins, "admin", "own"],
  ["POST /webhooks/:webhookId/disable", admins, "admin", "own"],
  ["POST /webhooks/:webhookId/remove", admins, "admin", "own"],
];

/** Open to every valid token, whatever its role and scope: who one is. */
export const openToEveryToken: ReadonlySet<string> = new Set(["GET /me"]);
