import { primeAssessment } from "@slipway/frameworks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createProgramme } from "../create-programme.ts";
import { daysAfter } from "../deadlines/deadline-kinds.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { designateIntegration } from "../testing/designate-integration.ts";
import { worldBegin } from "../testing/open-notice-world.ts";
import { revalidationObstacle } from "./revalidation-obstacle.ts";
import {
  because,
  openRevalidationWorld,
  partner,
  reviewer,
  type RevalidationWorld,
} from "./revalidation.world.ts";

let world: RevalidationWorld;
beforeEach(async () => {
  world = await openRevalidationWorld();
});
afterEach(async () => world.room.close());

describe("a revalidation that Developer Support asks for", () => {
  it("is due 90 days after the mail server accepted the notice; overdue, it is a person's", async () => {
    await world.room.startWorker({ mails: false });
    const deadlineId = await world.asked("a call with a customer");
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
    await world.room.advanceDays(20);
    expect(await world.room.programme.loadDeadline(deadlineId)).toMatchObject({
      state: "awaiting-notice",
    });
    await world.room.startWorker();
    await world.untilRunning(deadlineId);
    expect(await world.room.programme.loadDeadline(deadlineId)).toMatchObject({
      dueAt: daysAfter(worldBegin, 110),
    });
    await world.room.advanceDays(90);
    await world.untilStanding({ kind: "overdue", deadlineId, as: "prime", version: 1 });
    expect(await world.room.programme.listTasks()).toMatchObject([
      { kind: "deadline-overdue", deadlineId, integrationId: world.integration.id },
    ]);
    expect(await world.events()).toEqual([
      "open-revalidation by Grace",
      "ask-revalidation by Grace",
      "pass-deadline by clock",
    ]);
  });

  it("says without a mail server what its clock waits for", async () => {
    const deadlineId = await world.asked("a call with a customer");
    expect(await world.room.world.programme.loadDeadline(deadlineId)).toMatchObject({
      state: "awaiting-notice",
      waitsFor: expect.stringContaining("no clock starts"),
    });
  });

  it("gets a later date with a reason, for which the standing has the event", async () => {
    await world.room.startWorker();
    const deadlineId = await world.asked("a call with a customer");
    await world.untilRunning(deadlineId);
    await world.room.advanceDays(91);
    await world.untilStanding({ kind: "overdue" });
    const until = daysAfter(worldBegin, 120);
    await world.move("extend-deadline", { until });
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
    const deadline = await world.room.programme.loadDeadline(deadlineId);
    expect(deadline).toMatchObject({ state: "running", dueAt: until });
    expect(deadline.history.at(-1)).toMatchObject({
      event: "extended",
      by: "Grace",
      reason: because,
    });
    expect(await world.room.programme.listTasks()).toEqual([]);
    await world.room.advanceDays(30);
    await world.untilStanding({ kind: "overdue", deadlineId });
  });

  it("keeps its deadline from whoever would change it behind the standing's back", async () => {
    const deadlineId = await world.asked("a call with a customer");
    const change = { id: deadlineId, by: "Grace", reason: because };
    await expect(world.room.programme.clearDeadline(change)).rejects.toMatchObject({
      code: "DEADLINE-OF-REVALIDATION",
    });
    await expect(
      world.room.programme.extendDeadline({ ...change, until: daysAfter(worldBegin, 400) }),
    ).rejects.toMatchObject({ code: "DEADLINE-OF-REVALIDATION" });
    const foreign = await world.room.requireRevalidation("Other");
    await expect(
      world.move("extend-deadline", { deadlineId: foreign.id, until: daysAfter(worldBegin, 400) }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-FACT-MISSING" });
  });

  it("is asked by the programme's own people only, of whoever has a designation", async () => {
    const subject = "a call";
    const stranger: Actor = { ...reviewer, organisation: "Initech" };
    await expect(world.ask(subject, stranger)).rejects.toMatchObject({
      code: "ROLE-NOT-ALLOWED",
      status: 403,
      message: expect.stringContaining('found reviewer of "Initech"'),
    });
    const { integration: fresh } = await world.room.programme.registerIntegration({
      name: "Fresh",
      framework: "prime-assessment",
      contact: "fresh@example.test",
    });
    await expect(
      world.room.programme.askRevalidation({
        ...{ integrationId: fresh.id, subject, actor: reviewer, reason: because },
      }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
    expect(await world.room.programme.listDeadlines({ integrationId: fresh.id })).toEqual([]);
  });

  it("needs somebody who is told", async () => {
    const silent = await designateIntegration(world.room.world, { name: "Silent", contact: null });
    const asking = {
      integrationId: silent.id,
      subject: "a call",
      actor: reviewer,
      reason: because,
    };
    await expect(world.room.programme.askRevalidation(asking)).rejects.toMatchObject({
      code: "INTEGRATION-CONTACT-MISSING",
      message: expect.stringContaining('"Silent"'),
    });
    await world.room.programme.changeContact({
      integrationId: silent.id,
      contact: "silent@example.test",
      actor: partner,
    });
    await world.room.programme.askRevalidation(asking);
    expect(await world.room.programme.listDeadlines({ integrationId: silent.id })).toMatchObject([
      { recipient: "silent@example.test" },
    ]);
  });
});

describe("a partner", () => {
  it("begins one by itself, without a date, and takes it back", async () => {
    expect(await world.ask("a new engine", partner)).toBeUndefined();
    expect(await world.standing()).toMatchObject({ kind: "designated" });
    const [own] = await world.room.programme.listRevalidations({
      integrationId: world.integration.id,
    });
    expect(own).toMatchObject({ cause: "partner", state: "open" });
    const withdrawal = { id: own?.id ?? "", actor: partner, reason: "Not now." };
    expect(await world.room.programme.withdrawRevalidation(withdrawal)).toMatchObject({
      state: "withdrawn",
      reason: "Not now.",
    });
    await expect(world.room.programme.withdrawRevalidation(withdrawal)).rejects.toMatchObject({
      code: "REVALIDATION-ENDED",
    });
  });

  it("declares a change, which asks for one; others declare none of it", async () => {
    const change = { integrationId: world.integration.id, change: "Results come as a PDF." };
    const other: Actor = { ...partner, organisation: "Initech" };
    await expect(
      world.room.programme.declareChange({ ...change, actor: other }),
    ).rejects.toMatchObject({
      code: "ROLE-NOT-ALLOWED",
    });
    const declared = await world.room.programme.declareChange({ ...change, actor: partner });
    expect(declared).toMatchObject({
      cause: "declared-change",
      subject: "the change that Acme declared: Results come as a PDF.",
    });
    expect(await world.standing()).toMatchObject({
      kind: "revalidation-due",
      deadlineId: declared.deadlineId,
    });
    await expect(
      world.room.programme.withdrawRevalidation({ id: declared.id, actor: partner, reason: "No." }),
    ).rejects.toMatchObject({ code: "LIFECYCLE-REFUSED" });
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
    const { parts } = world.room.world;
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
    const place = { integrationId: world.integration.id, version: 2 };
    await then.beginVersion({ ...place, actor: partner, reason: "" });
    await then.saveDesign({ ...place, design, actor: partner });
    await then.moveVersion({ ...place, event: "submit-design", actor: partner, reason: "" });
    await then.moveVersion({
      ...{ ...place, event: "approve-design", actor: reviewer, reason: because },
    });
  }

  async function submit(runId: string): Promise<void> {
    await world.room.programme.moveVersion({
      ...{ integrationId: world.integration.id, version: 2, event: "submit-validation" },
      ...{ actor: partner, reason: "", runId, confirmedBy: "Ada" },
    });
  }

  it("is proved under the newest pack of the framework, whatever was approved before", async () => {
    await build("2026.1");
    await expect(submit(world.room.world.parts.ids.uuid())).rejects.toMatchObject({
      code: "LIFECYCLE-REFUSED",
      message: expect.stringContaining("(found: 2026.1, while 2026.2 is the newest;"),
    });
  });

  it("has a run of its own, begun after everything that is asked", async () => {
    const { database, parts } = world.room.world;
    const before = parts.ids.uuid();
    await world.asked("a call with a customer");
    const [version] = (await world.room.programme.loadLifecycle(world.integration.id)).versions;
    const used = version?.state.kind === "approved" ? version.state.runId : "";
    const found = async (runId: string): Promise<string | undefined> =>
      revalidationObstacle(database.queries, {
        integration: world.integration,
        version: { number: 2 },
        runId,
      });
    expect(await found(used)).toBe("a run that proved version 1");
    expect(await found(before)).toBe(
      "a run from before the revalidation was asked for a call with a customer",
    );
    expect(await found(parts.ids.uuid())).toBeUndefined();
  });
});

it("keeps a history that verifies through all of it", async () => {
  await world.release("Package lists");
  await world.asked("a call with a customer");
  await world.revalidate(2);
  await world.move("designate");
  expect(await world.room.programme.verifyHistory()).toMatchObject({ kind: "intact" });
});
