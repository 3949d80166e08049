import { afterAll, beforeAll, expect, it } from "vitest";

import { systemClock } from "@slipway/foundation";

import { appendHistory } from "../history/history.store.ts";
import { saveStanding } from "../lifecycle/lifecycle.store.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
let integrationId: string;

const since = "2026-01-10T00:00:00.000Z";
const dueAt = new Date("2026-04-10T00:00:00.000Z");
const designated = { as: "prime", version: 1, since } as const;
const actor = { name: "Grace", role: "reviewer", organisation: "programme" } as const;

beforeAll(async () => {
  world = await openProgrammeWorld();
  const { sandbox } = await world.makeSandbox();
  ({ integrationId } = sandbox);
});
afterAll(async () => world.close());

function setTime(at: Date): void {
  world.setClock({ ...systemClock, now: () => at });
}

it("knows nothing of an integration before it was designated", async () => {
  await expect(world.programme.viewVerification(integrationId)).rejects.toMatchObject({
    code: "VERIFICATION-NOT-FOUND",
  });
});

it("says overdue from the due date on, whether or not anybody has noticed", async () => {
  const { id: deadlineId } = await world.programme.openDeadline({
    integrationId,
    kind: "revalidation",
    subject: "a report",
    recipient: "partner@example.test",
    by: "Grace",
    reason: "A customer reported it.",
  });
  await world.database.queries
    .updateTable("deadline")
    .set({ state: "running", started_at: new Date(since), set_at: new Date(since), due_at: dueAt })
    .where("id", "=", deadlineId)
    .execute();
  await world.database.transaction(async (tx) => {
    await saveStanding(tx, integrationId, { kind: "revalidation-due", ...designated, deadlineId });
    await appendHistory(tx, {
      integrationId,
      version: null,
      at: new Date(since),
      actor,
      event: "designate",
      reason: "It passed.",
      before: { kind: "none" },
      after: { kind: "designated", ...designated },
    });
  });
  setTime(new Date(dueAt.getTime() - 1));
  expect(await world.programme.viewVerification(integrationId)).toMatchObject({
    designation: "prime",
    since: new Date(since),
    standing: { kind: "revalidation-due", dueAt },
    bundle: undefined,
  });
  setTime(dueAt);
  expect(await world.programme.viewVerification(integrationId)).toMatchObject({
    standing: { kind: "overdue", dueAt },
  });
});

it("remembers the designation of one that was removed, and gives no reason", async () => {
  const at = "2026-05-01T00:00:00.000Z";
  await world.database.transaction(async (tx) =>
    saveStanding(tx, integrationId, { kind: "removed", at, by: "Edith", reason: "A secret." }),
  );
  const view = await world.programme.viewVerification(integrationId);
  expect(view).toMatchObject({ designation: "prime", standing: { kind: "removed" } });
  expect(JSON.stringify(view)).not.toMatch(/Edith|secret/u);
});
