import { expect, onTestFinished, test, vi } from "vitest";

import { openDeadlineWorld, type DeadlineWorld } from "./deadlines.world.ts";

const dayMs = 86_400_000;
const names = ["Acme", "Beta", "Gamma"] as const;
/** Days on which reminders go out, and one on which none does. */
const killedOn = new Set([30, 60, 76, 83, 89, 90, 200]);

/** Everything on its way has arrived; what nobody can know is said by whoever reads the mail server's log. */
async function settle({ client, mails }: DeadlineWorld, count: number): Promise<void> {
  await vi.waitFor(async () => {
    for (const { id } of await client().listNotices({ state: "unknown" })) {
      const isTaken = mails.some(({ messageId }) => messageId.includes(id));
      await client().resolveNotice(id, {
        as: isTaken ? "sent" : "send-again",
        by: "operator",
        reason: "As the mail server's log says.",
      });
    }
    const states = (await client().listNotices({ limit: 999 })).map(({ state }) => state);
    expect(states).toEqual(Array.from({ length: count }, () => "accepted"));
  }, 60_000);
}

async function begin(world: DeadlineWorld): Promise<void> {
  onTestFinished(world.close);
  await world.start();
  const client = world.client();
  await client.moveClock({ kind: "freeze" });
  await client.moveClock({ kind: "set", to: "2027-01-10T09:00:00Z" });
  for (const name of names) {
    const { id } = await client.registerIntegration({
      name,
      framework: "prime-assessment",
      connectorType: "standard",
    });
    await client.openDeadline(id, {
      kind: "revalidation",
      subject: "a report",
      recipient: "partner@example.test",
      by: "reviewer",
      reason: "A customer reported an exchange.",
    });
  }
  await settle(world, names.length);
}

function subjectsOf({ mails }: DeadlineWorld): readonly string[] {
  return mails.map(({ subject }) => subject).toSorted();
}

test("400 days in one step and in 400, killed in between: the same mails, none twice", async () => {
  const [once, often] = [await openDeadlineWorld(), await openDeadlineWorld()];
  for (const world of [once, often]) await begin(world);
  await once.client().moveClock({ kind: "advance", byMs: 400 * dayMs });
  for (let day = 1; day <= 400; day += 1) {
    await often.client().moveClock({ kind: "advance", byMs: dayMs });
    if (!killedOn.has(day)) continue;
    await often.kill();
    await often.start();
  }
  for (const world of [once, often]) await settle(world, 7 * names.length);
  expect(subjectsOf(often)).toEqual(subjectsOf(once));
  for (const { mails } of [once, often]) {
    expect(mails).toHaveLength(7 * names.length);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
  }
  const tasks = await often.client().listTasks();
  expect(tasks.map(({ kind }) => kind)).toEqual(names.map(() => "deadline-overdue"));
}, 300_000);
