import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { daysAfter } from "../deadlines/deadline-kinds.ts";
import { worldBegin } from "../testing/open-notice-world.ts";
import {
  because,
  openRevalidationWorld,
  reviewer,
  type RevalidationWorld,
} from "./revalidation.world.ts";

let world: RevalidationWorld;
beforeEach(async () => {
  world = await openRevalidationWorld();
});
afterEach(async () => world.room.close());

describe("several at once", () => {
  it("each keep their deadline; the standing names the one that is due first", async () => {
    await world.room.startWorker({ mails: false });
    const lists = await world.release("Package lists");
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    const called = await world.asked("a call with a customer");
    // Its clock has not started.
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    await world.room.startWorker();
    await world.untilStanding({ kind: "revalidation-due", deadlineId: called });
    await world.room.advanceDays(91);
    await world.untilStanding({ kind: "overdue", deadlineId: called });
    await world.move("extend-deadline", { until: daysAfter(worldBegin, 500) });
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId: lists });
    await world.room.advanceDays(300);
    await world.untilStanding({ kind: "overdue", deadlineId: lists });
    await world.room.advanceDays(150);
    await world.untilTasks(2);
    expect(await world.standing()).toMatchObject({ kind: "overdue", deadlineId: lists });
    await world.move("extend-deadline", { until: daysAfter(worldBegin, 700) });
    expect(await world.standing()).toMatchObject({ kind: "overdue", deadlineId: called });
    await world.revalidate(2);
    await world.move("designate");
    expect(await world.standing()).toMatchObject({ kind: "designated", version: 2 });
    const states = (
      await world.room.programme.listDeadlines({ integrationId: world.integration.id })
    ).map(({ state }) => state);
    expect(states).toEqual(["cleared", "cleared"]);
    expect(await world.room.programme.listTasks()).toEqual([]);
    expect(
      await world.room.programme.listRevalidations({ integrationId: world.integration.id }),
    ).toMatchObject([
      { state: "completed", version: 2, reason: because },
      { state: "completed", version: 2 },
    ]);
  }, 120_000);

  it("end one by one when they are withdrawn; what is left stays asked", async () => {
    const lists = await world.release("Package lists");
    const called = await world.asked("a call with a customer");
    const opened = await world.room.programme.listRevalidations({
      integrationId: world.integration.id,
    });
    const idOf = (deadlineId: string): string =>
      opened.find((one) => one.deadlineId === deadlineId)?.id ?? "";
    const withdrawal = { actor: reviewer, reason: "Opened by mistake." };
    await world.room.programme.withdrawRevalidation({ ...withdrawal, id: idOf(lists) });
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId: called });
    await world.room.programme.withdrawRevalidation({ ...withdrawal, id: idOf(called) });
    expect(await world.standing()).toMatchObject({ kind: "designated", version: 1 });
    const states = (
      await world.room.programme.listDeadlines({ integrationId: world.integration.id })
    ).map(({ state }) => state);
    expect(states).toEqual(["cleared", "cleared"]);
  });
});

describe("a designation", () => {
  it("follows from a version that was validated after the revalidation was asked for", async () => {
    await world.asked("a call with a customer");
    await expect(world.move("designate")).rejects.toMatchObject({
      code: "LIFECYCLE-REFUSED",
      message: expect.stringContaining("(found: none since a call with a customer)"),
    });
    await world.revalidate(2);
    await world.move("designate");
    expect(await world.standing()).toMatchObject({ kind: "designated", version: 2 });
  });

  it("leaves asked what was asked since the validation", async () => {
    await world.asked("a call with a customer");
    await world.revalidate(2);
    const later = await world.asked("another call");
    await world.move("designate");
    expect(await world.standing()).toMatchObject({
      kind: "revalidation-due",
      version: 2,
      deadlineId: later,
    });
    expect((await world.events()).slice(-3)).toEqual([
      "designate by Grace",
      "end-revalidation by Grace",
      "ask-revalidation by Grace",
    ]);
  });
});

describe("a suspension", () => {
  it("stays, whatever is asked or passes meanwhile; reinstated, the integration is overdue", async () => {
    await world.room.startWorker();
    const first = await world.asked("a call with a customer");
    await world.untilRunning(first);
    await world.move("suspend");
    await world.untilRunning(await world.asked("another call"));
    await world.room.advanceDays(91);
    await world.untilTasks(2);
    expect(await world.standing()).toMatchObject({ kind: "suspended" });
    await world.move("reinstate");
    expect(await world.standing()).toMatchObject({ kind: "overdue", deadlineId: first });
  });

  it("of what was designated ends in what was asked meanwhile", async () => {
    await world.move("suspend");
    const deadlineId = await world.asked("a call with a customer");
    expect(await world.standing()).toMatchObject({ kind: "suspended" });
    await world.move("reinstate");
    expect(await world.standing()).toMatchObject({ kind: "revalidation-due", deadlineId });
  });

  it("differs from a removal, which ends all that was asked", async () => {
    await world.asked("a call with a customer");
    await world.move("remove");
    expect(
      await world.room.programme.listRevalidations({ integrationId: world.integration.id }),
    ).toMatchObject([{ state: "withdrawn" }]);
    expect(
      await world.room.programme.listDeadlines({ integrationId: world.integration.id }),
    ).toMatchObject([{ state: "cleared" }]);
  });
});
