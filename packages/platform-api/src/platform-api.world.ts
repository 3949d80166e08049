import Fastify from "fastify";

import { digestOfToken, type Programme } from "@slipway/programme";
import { openProgrammeWorld, type ProgrammeWorld } from "@slipway/programme/testing";

import { buildPlatformApi } from "./platform-api.ts";
import { watchAnswers } from "./openapi/answer-watch.world.ts";
import { platformRoutes } from "./platform-routes.ts";

/** The API on a real socket, before the programme on a database of its own. */
export interface PlatformApiWorld {
  readonly base: string;
  readonly token: string;
  readonly programme: ProgrammeWorld;
  /** The ids of things that exist, and other texts for requests, by name. */
  readonly ids: Readonly<Record<string, string>>;
  /** What the API takes below its prefix. */
  readonly routes: readonly { readonly verb: string; readonly path: string }[];
  /** Fails when something of ours went wrong meanwhile, or was answered otherwise than the document says. */
  readonly close: () => Promise<void>;
}

export async function openPlatformApiWorld(): Promise<PlatformApiWorld> {
  const programme = await openProgrammeWorld();
  const token = `slw_${programme.parts.ids.secret(32)}`;
  await programme.database.queries
    .insertInto("api_token")
    .values({
      digest: digestOfToken(token),
      prefix: token.slice(0, 8),
      label: "admin",
      created_at: new Date(),
    })
    .execute();
  const bugs: unknown[] = [];
  const app = buildPlatformApi({
    programme: programme.programme,
    onBug: (bug) => bugs.push(bug),
    isReady: async () => true,
  });
  const watch = watchAnswers(app);
  const base = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    base,
    token,
    programme,
    ids: await makeThings(programme),
    routes: await listRoutes(programme.programme),
    close: async () => {
      await app.close();
      await programme.close();
      if (bugs.length > 0) throw new AggregateError(bugs, "Expected no fault of our own");
      const departures = [...watch.departures].toSorted();
      if (departures.length > 0)
        throw new Error(`Expected answers as the document has them:\n${departures.join("\n")}`);
    },
  };
}

async function listRoutes(programme: Programme): Promise<PlatformApiWorld["routes"]> {
  const routes: { verb: string; path: string }[] = [];
  const app = Fastify({ exposeHeadRoutes: false });
  app.addHook("onRoute", ({ method, url }) => {
    for (const verb of [method].flat()) routes.push({ verb, path: url });
  });
  platformRoutes(app, programme);
  await app.ready();
  await app.close();
  return routes;
}

/** One of everything that has an id. */
async function makeThings(world: ProgrammeWorld): Promise<Readonly<Record<string, string>>> {
  const { programme, partner } = world;
  const packages = [{ packageId: "pk-1", name: "Numbers", active: true }];
  partner.answerWith(200, JSON.stringify({ packages }));
  const [{ sandbox }, { sandbox: busy }] = [await world.makeSandbox(), await world.makeSandbox()];
  await programme.registerIntegration({
    name: "Acme Tests",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  for (const one of [sandbox, busy]) await programme.savePartnerSetup(one.id, world.setupOf(one));
  await programme.startRun({ sandboxId: busy.id });
  const run = await programme.startRun({ sandboxId: sandbox.id });
  await programme.cancelRun(run.id);
  const { customerId } = sandbox.tenants.a;
  const { id: workflow } = await world.database.queries
    .selectFrom("profile")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("type", "=", "applicantworkflows")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const order = await programme.orderAssessment({
    customerId,
    workflowId: workflow,
    packageId: "pk-1",
  });
  const { deliveryId } = await programme.cancelAssessment(customerId, order.id);
  const [exchange] = await programme.listExchanges({
    customerId,
    limit: 1,
    order: "newest-first",
  });
  const opening = {
    integrationId: sandbox.integrationId,
    kind: "revalidation",
    recipient: "partner@example.test",
    by: "reviewer",
    reason: "A customer reported it.",
  } as const;
  const deadline = await programme.openDeadline({ ...opening, subject: "a report" });
  const cleared = await programme.openDeadline({ ...opening, subject: "another report" });
  await programme.clearDeadline({ ...opening, id: cleared.id });
  const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" } as const;
  const { integrationId } = sandbox;
  const asked = await programme.openReviewItem({
    ...{ integrationId, version: 1, actor: reviewer },
    about: "person.email",
    question: "What for?",
  });
  const closedItem = asked.items[0]?.id ?? "";
  await programme.closeReviewItem({
    ...{ integrationId, itemId: closedItem, actor: reviewer },
    answer: "To invite.",
  });
  const change = { actor: reviewer, reason: "To have one." };
  const [key] = (await programme.rotateEvidenceKey(change)).keys;
  await programme.revokeEvidenceKey(key?.id ?? "", change);
  const revalidationThings = await makeRevalidationThings(world, integrationId);
  const [notice] = await programme.listNotices({ state: "waiting", limit: 1 });
  const installation = { kind: "installation" } as const;
  const account = await programme.addAccount(installation, {
    ...{ organisation: "programme", name: "Grace", role: "reviewer" },
  });
  const accessToken = await programme.issueToken(installation, {
    ...{ accountId: account.id, label: "laptop" },
  });
  const thread = await programme.openThread({
    ...{ integrationId, item: { kind: "run", runId: run.id }, text: "Why did it fail?" },
    actor: { name: "Ada", role: "partner-admin", organisation: "unnamed" },
  });
  return {
    thread: thread.id,
    account: account.id,
    accessToken: accessToken.id,
    deadline: deadline.id,
    clearedDeadline: cleared.id,
    closedItem,
    revokedKey: key?.id ?? "",
    ...revalidationThings,
    ...(await makeWebhookThings(programme)),
    version: "1",
    notice: notice?.id ?? "",
    integration: sandbox.integrationId,
    sandbox: sandbox.id,
    busySandbox: busy.id,
    run: run.id,
    customer: customerId,
    exchange: exchange?.id ?? "",
    workflow: String(workflow),
    order: order.id,
    delivery: deliveryId,
    package: "pk-1",
    framework: "prime-assessment",
    draft: "2026.3-draft",
    status: (await world.tenant(sandbox, "a")).settings.statuses[0]?.id ?? "",
    endpoint: partner.endpoint,
  };
}

/** A webhook with a message, one that is disabled, and the id of one that was removed. */
async function makeWebhookThings(programme: Programme): Promise<Readonly<Record<string, string>>> {
  const input = {
    organisation: "programme",
    url: "https://hooks.example.test/slipway",
    eventTypes: ["run.finished"],
  } as const;
  const { id } = await programme.addWebhook(input);
  const { messageId } = await programme.testWebhook(id);
  const disabled = await programme.addWebhook(input);
  await programme.disableWebhook(disabled.id, "The host moves.");
  const removed = await programme.addWebhook(input);
  await programme.removeWebhook(removed.id);
  return {
    webhook: id,
    webhookMessage: messageId,
    disabledWebhook: disabled.id,
    removedWebhook: removed.id,
  };
}

/** A report that was decided, a release that was published, a revalidation that has ended. */
async function makeRevalidationThings(
  { programme, database, parts }: ProgrammeWorld,
  integrationId: string,
): Promise<Readonly<Record<string, string>>> {
  const actor = { name: "Edith", role: "programme-owner", organisation: "programme" } as const;
  const report = await programme.reportAdherence({
    ...{ integrationId, observation: "Results arrive late." },
    actor: { name: "Bill", role: "customer-admin", organisation: "Initech" },
  });
  const reason = "The log shows none.";
  await programme.decideAdherenceReport({ id: report.id, decision: "dismissed", reason, actor });
  const release = await programme.draftRelease({
    ...{ title: "Cancellations", whatItIs: "Orders can be cancelled.", notes: "At any time." },
    ...{ isMandatory: false, framework: "prime-assessment", connectorTypes: ["prime"], actor },
  });
  await programme.publishRelease({ id: release.id, actor });
  const endedRevalidation = parts.ids.uuid();
  const at = parts.clocks.installation.now();
  const by = JSON.stringify(actor);
  await database.queries
    .insertInto("revalidation")
    .values({
      ...{ id: endedRevalidation, integration_id: integrationId, cause: "partner" },
      ...{ subject: "a new engine", validated_version: 1, opened_by: by, opened_at: at },
      ...{ state: "withdrawn", ended_by: by, ended_at: at, reason },
    })
    .execute();
  return { decidedReport: report.id, publishedRelease: release.id, endedRevalidation };
}
