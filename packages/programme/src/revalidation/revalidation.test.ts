import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { primeAssessment } from "@slipway/frameworks";

import { createProgramme } from "../create-programme.ts";
import { daysAfter } from "../deadlines/deadline-kinds.ts";
import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import { approveVersion, designateIntegration } from "../testing/designate-integration.ts";
import { openNoticeWorld, worldBegin, type NoticeWorld } from "../testing/open-notice-world.ts";
import { revalidationObstacle } from "./revalidation-obstacle.ts";

let room: NoticeWorld;
let integration: Integration;
beforeEach(async () => {
  room = await openNoticeWorld();
  integration = await designateIntegration(room.world, { name: "Acme Tests" });
});
afterEach(async () => room.close());

const partner: Actor = { name: "Ada", role: "partner-admin", organisation: "Acme" };
const reviewer: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const owner: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };
const because = "As the guide says.";

async function ask(subject: string, actor = reviewer): Promise<string | undefined> {
  const { programme } = room;
  const { deadlineId } = await programme.askRevalidation({
    integrationId: integration.id,
    subject,
    actor,
    reason: because,
  });
  return deadlineId;
}

/** Of a deadline that is open: the id is told by whoever opened it. */
async function asked(subject: string): Promise<string> {
  const deadlineId = await ask(subject);
  if (deadlineId === undefined) throw new Error("Expected a deadline, found none");
  return deadlineId;
}

async function release(title: string): Promise<string> {
  const { id } = await room.programme.draftRelease({
    ...{ title, whatItIs: "Packages come in lists.", notes: "Lists." },
    ...{ isMandatory: true, framework: "prime-assessment", connectorTypes: ["prime"] },
    actor: owner,
  });
  await room.programme.publishRelease({ id, actor: owner });
  const deadlines = await room.programme.listDeadlines(integration.id);
  return deadlines.find(({ subject }) => subject === title)?.id ?? "";
}

async function standing(): Promise<Standing> {
  return (await room.programme.loadLifecycle(integration.id)).standing;
}

async function untilStanding(expected: object): Promise<void> {
  await vi.waitFor(async () => expect(await standing()).toMatchObject(expected), 20_000);
}

async function untilRunning(deadlineId: string): Promise<void> {
  await vi.waitFor(
    async () =>
      expect(await room.programme.loadDeadline(deadlineId)).toMatchObject({ state: "running" }),
    20_000,
  );
}

async function move(
  event: "designate" | "extend-deadline" | "suspend" | "reinstate" | "remove",
  more: { readonly until?: Date; readonly deadlineId?: string } = {},
): Promise<void> {
  const actor = event === "designate" || event === "extend-deadline" ? reviewer : owner;
  await room.programme.moveStanding({
    ...{ integrationId: integration.id, event, actor, reason: because },
    ...more,
  });
}

async function events(): Promise<readonly string[]> {
  const history = await room.programme.listHistory(integration.id);
  return history.map(({ event, actor }) => `${event} by ${actor.name}`);
}

/** The next version, validated. */
async function revalidate(number: number): Promise<void> {
  await room.programme.beginVersion({ integrationId: integration.id, actor: partner, reason: "" });
  await approveVersion(room.world, integration, number);
}

describe("a revalidation that Developer Support asks for", () => {
  it("is due 90 days after the mail server accepted the notice; overdue, it is a person's", async () => {
    await room.startWorker({ mails: false });
    const deadlineId = await asked("a call with a customer");
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
    await room.advanceDays(20);
    expect(await room.programme.loadDeadline(deadlineId)).toMatchObject({
      state: "awaiting-notice",
    });
    await room.startWorker();
    await untilRunning(deadlineId);
    expect(await room.programme.loadDeadline(deadlineId)).toMatchObject({
      dueAt: daysAfter(worldBegin, 110),
    });
    await room.advanceDays(90);
    await untilStanding({ kind: "overdue", deadlineId, as: "prime", version: 1 });
    expect(await room.programme.listTasks()).toMatchObject([
      { kind: "deadline-overdue", deadlineId, integrationId: integration.id },
    ]);
    expect(await events()).toEqual([
      "open-revalidation by Grace",
      "ask-revalidation by Grace",
      "pass-deadline by clock",
    ]);
  });

  it("says without a mail server what its clock waits for", async () => {
    const deadlineId = await asked("a call with a customer");
    expect(await room.world.programme.loadDeadline(deadlineId)).toMatchObject({
      state: "awaiting-notice",
      waitsFor: expect.stringContaining("no clock starts"),
    });
  });

  it("gets a later date with a reason, for which the standing has the event", async () => {
    await room.startWorker();
    const deadlineId = await asked("a call with a customer");
    await untilRunning(deadlineId);
    await room.advanceDays(91);
    await untilStanding({ kind: "overdue" });
    const until = daysAfter(worldBegin, 120);
    await move("extend-deadline", { until });
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
    const deadline = await room.programme.loadDeadline(deadlineId);
    expect(deadline).toMatchObject({ state: "running", dueAt: until });
    expect(deadline.history.at(-1)).toMatchObject({
      event: "extended",
      by: "Grace",
      reason: because,
    });
    expect(await room.programme.listTasks()).toEqual([]);
    await room.advanceDays(30);
    await untilStanding({ kind: "overdue", deadlineId });
  });

  it("keeps its deadline from whoever would change it behind the standing's back", async () => {
    const deadlineId = await asked("a call with a customer");
    const change = { id: deadlineId, by: "Grace", reason: because };
    await expect(room.programme.clearDeadline(change)).rejects.toMatchObject({
      code: "DEADLINE-OF-REVALIDATION",
    });
    await expect(
      room.programme.extendDeadline({ ...change, until: daysAfter(worldBegin, 400) }),
    ).rejects.toMatchObject({ code: "DEADLINE-OF-REVALIDATION" });
    const foreign = await room.requireRevalidation("Other");
    await expect(
      move("extend-deadline", { deadlineId: foreign.id, until: daysAfter(worldBegin, 400) }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-FACT-MISSING" });
  });

  it("is asked by the programme's own people only, of whoever has a designation", async () => {
    const subject = "a call";
    const stranger: Actor = { ...reviewer, organisation: "Initech" };
    await expect(ask(subject, stranger)).rejects.toMatchObject({
      code: "ROLE-NOT-ALLOWED",
      status: 403,
      message: expect.stringContaining('found reviewer of "Initech"'),
    });
    const { integration: fresh } = await room.programme.registerIntegration({
      name: "Fresh",
      framework: "prime-assessment",
      contact: "fresh@example.test",
    });
    await expect(
      room.programme.askRevalidation({
        ...{ integrationId: fresh.id, subject, actor: reviewer, reason: because },
      }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
    expect(await room.programme.listDeadlines(fresh.id)).toEqual([]);
  });

  it("needs somebody who is told", async () => {
    const silent = await designateIntegration(room.world, { name: "Silent", contact: null });
    const asking = {
      integrationId: silent.id,
      subject: "a call",
      actor: reviewer,
      reason: because,
    };
    await expect(room.programme.askRevalidation(asking)).rejects.toMatchObject({
      code: "INTEGRATION-CONTACT-MISSING",
      message: expect.stringContaining('"Silent"'),
    });
    await room.programme.changeContact({
      integrationId: silent.id,
      contact: "silent@example.test",
      actor: partner,
    });
    await room.programme.askRevalidation(asking);
    expect(await room.programme.listDeadlines(silent.id)).toMatchObject([
      { recipient: "silent@example.test" },
    ]);
  });
});

describe("a partner", () => {
  it("begins one by itself, without a date, and takes it back", async () => {
    expect(await ask("a new engine", partner)).toBeUndefined();
    expect(await standing()).toMatchObject({ kind: "designated" });
    const [own] = await room.programme.listRevalidations(integration.id);
    expect(own).toMatchObject({ cause: "partner", state: "open" });
    const withdrawal = { id: own?.id ?? "", actor: partner, reason: "Not now." };
    expect(await room.programme.withdrawRevalidation(withdrawal)).toMatchObject({
      state: "withdrawn",
      reason: "Not now.",
    });
    await expect(room.programme.withdrawRevalidation(withdrawal)).rejects.toMatchObject({
      code: "REVALIDATION-ENDED",
    });
  });

  it("declares a change, which asks for one; others declare none of it", async () => {
    const change = { integrationId: integration.id, change: "Results come as a PDF." };
    const other: Actor = { ...partner, organisation: "Initech" };
    await expect(room.programme.declareChange({ ...change, actor: other })).rejects.toMatchObject({
      code: "ROLE-NOT-ALLOWED",
    });
    const declared = await room.programme.declareChange({ ...change, actor: partner });
    expect(declared).toMatchObject({
      cause: "declared-change",
      subject: "the change that Acme declared: Results come as a PDF.",
    });
    expect(await standing()).toMatchObject({
      kind: "revalidation-due",
      deadlineId: declared.deadlineId,
    });
    await expect(
      room.programme.withdrawRevalidation({ id: declared.id, actor: partner, reason: "No." }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
  });
});

describe("several at once", () => {
  it("each keep their deadline; the standing names the one that is due first", async () => {
    await room.startWorker({ mails: false });
    const lists = await release("Package lists");
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    const called = await asked("a call with a customer");
    // Its clock has not started.
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    await room.startWorker();
    await untilStanding({ kind: "revalidation-due", deadlineId: called });
    await room.advanceDays(91);
    await untilStanding({ kind: "overdue", deadlineId: called });
    await move("extend-deadline", { until: daysAfter(worldBegin, 500) });
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    await room.advanceDays(300);
    await untilStanding({ kind: "overdue", deadlineId: lists });
    await room.advanceDays(150);
    await vi.waitFor(async () => expect(await room.programme.listTasks()).toHaveLength(2), 20_000);
    expect(await standing()).toMatchObject({ kind: "overdue", deadlineId: lists });
    await move("extend-deadline", { until: daysAfter(worldBegin, 700) });
    expect(await standing()).toMatchObject({ kind: "overdue", deadlineId: called });
    await revalidate(2);
    await move("designate");
    expect(await standing()).toMatchObject({ kind: "designated", version: 2 });
    const states = (await room.programme.listDeadlines(integration.id)).map(({ state }) => state);
    expect(states).toEqual(["cleared", "cleared"]);
    expect(await room.programme.listTasks()).toEqual([]);
    expect(await room.programme.listRevalidations(integration.id)).toMatchObject([
      { state: "completed", version: 2, reason: because },
      { state: "completed", version: 2 },
    ]);
  }, 120_000);

  it("end one by one when they are withdrawn; what is left stays asked", async () => {
    const lists = await release("Package lists");
    const called = await asked("a call with a customer");
    const opened = await room.programme.listRevalidations(integration.id);
    const idOf = (deadlineId: string): string =>
      opened.find((one) => one.deadlineId === deadlineId)?.id ?? "";
    const withdrawal = { actor: reviewer, reason: "Opened by mistake." };
    await room.programme.withdrawRevalidation({ ...withdrawal, id: idOf(lists) });
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId: called });
    await room.programme.withdrawRevalidation({ ...withdrawal, id: idOf(called) });
    expect(await standing()).toMatchObject({ kind: "designated", version: 1 });
    const states = (await room.programme.listDeadlines(integration.id)).map(({ state }) => state);
    expect(states).toEqual(["cleared", "cleared"]);
  });
});

describe("a designation", () => {
  it("follows from a version that was validated after the revalidation was asked for", async () => {
    await asked("a call with a customer");
    await expect(move("designate")).rejects.toMatchObject({
      code: "LIFECYCLE-REFUSED",
      message: expect.stringContaining("(found: none since a call with a customer)"),
    });
    await revalidate(2);
    await move("designate");
    expect(await standing()).toMatchObject({ kind: "designated", version: 2 });
  });

  it("leaves asked what was asked since the validation", async () => {
    await asked("a call with a customer");
    await revalidate(2);
    const later = await asked("another call");
    await move("designate");
    expect(await standing()).toMatchObject({
      kind: "revalidation-due",
      version: 2,
      deadlineId: later,
    });
    expect((await events()).slice(-3)).toEqual([
      "designate by Grace",
      "end-revalidation by Grace",
      "ask-revalidation by Grace",
    ]);
  });
});

describe("a suspension", () => {
  it("stays, whatever is asked or passes meanwhile; reinstated, the integration is overdue", async () => {
    await room.startWorker();
    const first = await asked("a call with a customer");
    await untilRunning(first);
    await move("suspend");
    await untilRunning(await asked("another call"));
    await room.advanceDays(91);
    await vi.waitFor(async () => expect(await room.programme.listTasks()).toHaveLength(2), 20_000);
    expect(await standing()).toMatchObject({ kind: "suspended" });
    await move("reinstate");
    expect(await standing()).toMatchObject({ kind: "overdue", deadlineId: first });
  });

  it("of what was designated ends in what was asked meanwhile", async () => {
    await move("suspend");
    const deadlineId = await asked("a call with a customer");
    expect(await standing()).toMatchObject({ kind: "suspended" });
    await move("reinstate");
    expect(await standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
  });

  it("differs from a removal, which ends all that was asked", async () => {
    await asked("a call with a customer");
    await move("remove");
    expect(await room.programme.listRevalidations(integration.id)).toMatchObject([
      { state: "withdrawn" },
    ]);
    expect(await room.programme.listDeadlines(integration.id)).toMatchObject([
      { state: "cleared" },
    ]);
  });
});

describe("a revalidation that is handed in", () => {
  const design = {
    useCase: "A recruiter orders a test.",
    valueProposition: "Better hires.",
    operations: ["GET /people/{id}"],
    events: ["WorkFlowStatusChangeEvent"],
    optionalFeatures: [],
    manifest: [{ profileType: "person", field: "email", access: "read", required: true }],
    setUpSteps: [],
    valuesPerCustomer: [],
    setUpQuestions: [],
  } as const;

  /** A second version whose design was approved while only this pack was released. */
  async function build(packVersion: string): Promise<void> {
    const { parts } = room.world;
    const then = createProgramme({
      ...parts,
      frameworks: new Map([
        [
          primeAssessment.id,
          {
            ...primeAssessment,
            packs: primeAssessment.packs.filter(({ version }) => version <= packVersion),
          },
        ],
      ]),
    });
    const place = { integrationId: integration.id, version: 2 };
    await then.beginVersion({ ...place, actor: partner, reason: "" });
    await then.saveDesign({ ...place, design, actor: partner });
    await then.moveVersion({ ...place, event: "submit-design", actor: partner, reason: "" });
    await then.moveVersion({
      ...{ ...place, event: "approve-design", actor: reviewer, reason: because },
    });
  }

  async function submit(runId: string): Promise<void> {
    await room.programme.moveVersion({
      ...{ integrationId: integration.id, version: 2, event: "submit-validation" },
      ...{ actor: partner, reason: "", runId, confirmedBy: "Ada" },
    });
  }

  it("is proved under the newest pack of the framework, whatever was approved before", async () => {
    await build("2026.1");
    await expect(submit(room.world.parts.ids.uuid())).rejects.toMatchObject({
      code: "LIFECYCLE-REFUSED",
      message: expect.stringContaining("(found: 2026.1, while 2026.2 is the newest;"),
    });
  });

  it("has a run of its own, begun after everything that is asked", async () => {
    const { database, parts } = room.world;
    const before = parts.ids.uuid();
    await asked("a call with a customer");
    const [version] = (await room.programme.loadLifecycle(integration.id)).versions;
    const used = version?.state.kind === "approved" ? version.state.runId : "";
    const found = async (runId: string): Promise<string | undefined> =>
      revalidationObstacle(database.queries, { integration, version: { number: 2 }, runId });
    expect(await found(used)).toBe("a run that proved version 1");
    expect(await found(before)).toBe(
      "a run from before the revalidation was asked for a call with a customer",
    );
    expect(await found(parts.ids.uuid())).toBeUndefined();
  });
});

it("keeps a history that verifies through all of it", async () => {
  await release("Package lists");
  await asked("a call with a customer");
  await revalidate(2);
  await move("designate");
  expect(await room.programme.verifyHistory()).toMatchObject({ kind: "intact" });
});
