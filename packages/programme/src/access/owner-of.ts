import { sql } from "kysely";

import { RunNotFoundProblem } from "@slipway/conformance";
import type { Queries } from "@slipway/database";
import { isUuid, type Problem } from "@slipway/foundation";

import { AdherenceReportNotFoundProblem } from "../adherence/adherence.problems.ts";
import { DeadlineNotFoundProblem } from "../deadlines/deadline.problems.ts";
import { IntegrationNotFoundProblem } from "../integrations/integration.problems.ts";
import { NoticeNotFoundProblem } from "../notices/notice.problems.ts";
import { RevalidationNotFoundProblem } from "../revalidation/revalidation.problems.ts";
import { SandboxNotFoundProblem, TenantNotFoundProblem } from "../sandboxes/sandbox.problems.ts";
import { ThreadNotFoundProblem } from "../threads/thread.problems.ts";
import { WebhookNotFoundProblem } from "../webhooks/webhook.problems.ts";
import { AccountNotFoundProblem, TokenNotFoundProblem } from "./access.problems.ts";
import { seenBy, type Caller } from "./caller.ts";

/** A kind of thing that belongs to an organisation. */
interface OwnedThing {
  /** The path parameter that names one by its id. */
  readonly parameter: string;
  /** From the thing's table to `integration`, which names its organisation, or to `organisation` itself. */
  readonly from: string;
  readonly owner: "integration.organisation" | "organisation.name";
  readonly id: string;
  /** What is said where there is none; with the id that was sent, so that nothing else tells one from the other. */
  readonly notFound: (id: string) => Problem;
}

const ofIntegration = "integration.organisation";

/** Every kind of thing that a path can name by its id, in the order in which a path is read: the first that it names decides. */
export const ownedThings = {
  integration: {
    parameter: "integrationId",
    from: "integration",
    owner: ofIntegration,
    id: "integration.id",
    notFound: (id) => new IntegrationNotFoundProblem(id),
  },
  sandbox: {
    parameter: "sandboxId",
    from: "sandbox join integration on integration.id = sandbox.integration_id",
    owner: ofIntegration,
    id: "sandbox.id",
    notFound: (id) => new SandboxNotFoundProblem(id),
  },
  tenant: {
    parameter: "customerId",
    from: "tenant join sandbox on sandbox.id = tenant.sandbox_id join integration on integration.id = sandbox.integration_id",
    owner: ofIntegration,
    id: "tenant.customer_id",
    notFound: (id) => new TenantNotFoundProblem(id),
  },
  run: {
    parameter: "runId",
    from: "run join sandbox on sandbox.id = run.sandbox_id join integration on integration.id = sandbox.integration_id",
    owner: ofIntegration,
    id: "run.id",
    notFound: (id) => new RunNotFoundProblem(id),
  },
  deadline: {
    parameter: "deadlineId",
    from: "deadline join integration on integration.id = deadline.integration_id",
    owner: ofIntegration,
    id: "deadline.id",
    notFound: (id) => new DeadlineNotFoundProblem(id),
  },
  notice: {
    parameter: "noticeId",
    from: "notice join integration on integration.id = notice.integration_id",
    owner: ofIntegration,
    id: "notice.id",
    notFound: (id) => new NoticeNotFoundProblem(id),
  },
  report: {
    parameter: "reportId",
    from: "adherence_report join integration on integration.id = adherence_report.integration_id",
    owner: ofIntegration,
    id: "adherence_report.id",
    notFound: (id) => new AdherenceReportNotFoundProblem(id),
  },
  revalidation: {
    parameter: "revalidationId",
    from: "revalidation join integration on integration.id = revalidation.integration_id",
    owner: ofIntegration,
    id: "revalidation.id",
    notFound: (id) => new RevalidationNotFoundProblem(id),
  },
  thread: {
    parameter: "threadId",
    from: "thread join integration on integration.id = thread.integration_id",
    owner: ofIntegration,
    id: "thread.id",
    notFound: (id) => new ThreadNotFoundProblem(id),
  },
  account: {
    parameter: "accountId",
    from: "account join organisation on organisation.id = account.organisation_id",
    owner: "organisation.name",
    id: "account.id",
    notFound: (id) => new AccountNotFoundProblem(id),
  },
  token: {
    parameter: "tokenId",
    from: "api_token join account on account.id = api_token.account_id join organisation on organisation.id = account.organisation_id",
    owner: "organisation.name",
    id: "api_token.id",
    notFound: (id) => new TokenNotFoundProblem(id),
  },
  webhook: {
    parameter: "webhookId",
    from: "webhook join organisation on organisation.id = webhook.organisation_id",
    owner: "organisation.name",
    id: "webhook.id",
    notFound: (id) => new WebhookNotFoundProblem(id),
  },
} as const satisfies Readonly<Record<string, OwnedThing>>;

export type ThingKind = keyof typeof ownedThings;

/**
 * Passes a caller that may see everybody's things, and one whose organisation has this one. To all others it fails as if there were no
 * such thing, and so it does where there is none.
 */
export async function checkOwn(
  queries: Queries,
  caller: Caller,
  { kind, id }: { readonly kind: ThingKind; readonly id: string },
): Promise<void> {
  const seen = seenBy(caller);
  if (seen === undefined) return;
  if ((await ownerOf(queries, kind, id)) !== seen) throw ownedThings[kind].notFound(id);
}

async function ownerOf(queries: Queries, kind: ThingKind, id: string): Promise<string | undefined> {
  // A tenant's id is the vendor's number, all others are ours.
  if (kind !== "tenant" && !isUuid(id)) return undefined;
  const thing: OwnedThing = ownedThings[kind];
  const { rows } = await sql<{ owner: string }>`
    select ${sql.raw(thing.owner)} as owner from ${sql.raw(thing.from)} where ${sql.raw(thing.id)} = ${id}
  `.execute(queries);
  return rows[0]?.owner;
}
