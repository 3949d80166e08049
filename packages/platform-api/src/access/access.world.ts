import {
  organisationKinds,
  rolesOfKind,
  type AccountRole,
  type IssueToken,
  type ThingKind,
} from "@slipway/programme";
import type { ProgrammeWorld } from "@slipway/programme/testing";

import { openPlatformApiWorld, type PlatformApiWorld } from "../platform-api.world.ts";

/** One of everything that belongs to an organisation, by its id. */
export type Things = Readonly<Record<ThingKind, string>>;

export interface AccessWorld extends PlatformApiWorld {
  /** Each with one of everything; `Acme` and `Beta` are partners, `Initech` a customer. */
  readonly things: Readonly<Record<OrganisationName, Things>>;
  /** A token of somebody in this role, with all scopes: a partner's of Acme, a customer's of Initech. */
  readonly tokenOf: (role: AccountRole) => string;
  readonly accountOf: (role: AccountRole) => string;
  readonly issue: (input: IssueToken) => Promise<{ readonly id: string; readonly token: string }>;
  /** An answer of the API. */
  readonly call: (token: string, route: string, body?: object) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

export type OrganisationName = "Acme" | "Beta" | "Initech";

const installation = { kind: "installation" } as const;

export async function openAccessWorld(): Promise<AccessWorld> {
  const world = await openPlatformApiWorld();
  const { programme } = world.programme;
  await programme.addOrganisation({ name: "Acme", kind: "partner" });
  await programme.addOrganisation({ name: "Beta", kind: "partner" });
  await programme.addOrganisation({ name: "Initech", kind: "customer" });
  const things = {
    Acme: await makeThings(world.programme, "Acme", "partner-admin"),
    Beta: await makeThings(world.programme, "Beta", "partner-admin"),
    Initech: await makeThings(world.programme, "Initech", "customer-admin"),
  };
  const tokens = new Map<AccountRole, { readonly token: string; readonly account: string }>();
  for (const kind of organisationKinds)
    for (const role of rolesOfKind[kind]) {
      const organisation = { programme: "programme", partner: "Acme", customer: "Initech" }[kind];
      const { id } = await programme.addAccount(installation, { organisation, name: role, role });
      const { token } = await programme.issueToken(installation, { accountId: id, label: "grid" });
      tokens.set(role, { token, account: id });
    }
  return {
    ...world,
    things,
    tokenOf: (role) => tokens.get(role)?.token ?? "",
    accountOf: (role) => tokens.get(role)?.account ?? "",
    issue: async (input) => programme.issueToken(installation, input),
    call: async (token, route, body) => {
      const [method = "", path = ""] = route.split(" ");
      const answer = await fetch(`${world.base}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, code: codeIn(text), text };
    },
  };
}

function codeIn(text: string): string | undefined {
  return /"code":"([A-Z-]+)"/u.exec(text)?.[1];
}

async function makeThings(
  world: ProgrammeWorld,
  organisation: OrganisationName,
  role: "partner-admin" | "customer-admin",
): Promise<Things> {
  const { programme } = world;
  const { integration } = await programme.registerIntegration({
    ...{ name: `${organisation} tests`, framework: "prime-assessment", organisation },
  });
  const { sandbox } = await programme.createSandbox({ integrationId: integration.id });
  await programme.savePartnerSetup(sandbox.id, world.setupOf(sandbox));
  const run = await programme.startRun({ sandboxId: sandbox.id });
  await programme.cancelRun(run.id);
  const deadline = await programme.openDeadline({
    ...{ integrationId: integration.id, kind: "revalidation", subject: "a report" },
    ...{ recipient: "partner@example.test", by: "Grace", reason: "It was reported." },
  });
  const [notice] = await programme.listNotices({ integrationId: integration.id, limit: 1 });
  const report = await programme.reportAdherence({
    ...{ integrationId: integration.id, observation: "Results arrive late." },
    actor: { name: "Bill", role: "customer-admin", organisation },
  });
  await programme.saveListingDraft({
    integrationId: integration.id,
    actor: { name: "Ada", role: "partner-admin", organisation },
    draft: {
      ...{ name: `${organisation} tests`, tagline: "Tests.", description: "Tests for everybody." },
      ...{ categories: [], optionalFeatures: [], supportContact: "", links: [] },
    },
  });
  const revalidation = world.parts.ids.uuid();
  const at = world.parts.clocks.installation.now();
  await world.database.queries
    .insertInto("revalidation")
    .values({
      ...{ id: revalidation, integration_id: integration.id, cause: "partner" },
      ...{ subject: "a new engine", validated_version: 1, opened_at: at, state: "open" },
      opened_by: JSON.stringify({ name: "Ada", role: "partner-admin", organisation }),
    })
    .execute();
  const thread = await programme.openThread({
    ...{ integrationId: integration.id, item: { kind: "run", runId: run.id }, text: "Why?" },
    actor: { name: "Ada", role, organisation },
  });
  const account = await programme.addAccount(installation, { organisation, name: "Spare", role });
  const token = await programme.issueToken(installation, { accountId: account.id, label: "spare" });
  const webhook = await programme.addWebhook({
    ...{ organisation, url: "https://hooks.example.test/", eventTypes: ["run.finished"] },
  });
  return {
    integration: integration.id,
    sandbox: sandbox.id,
    tenant: sandbox.tenants.a.customerId,
    run: run.id,
    deadline: deadline.id,
    notice: notice?.id ?? "",
    report: report.id,
    revalidation,
    thread: thread.id,
    account: account.id,
    token: token.id,
    webhook: webhook.id,
  };
}
