import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { openNoticeWorld, worldBegin, type NoticeWorld } from "../testing/open-notice-world.ts";
import { daysAfter } from "./deadline-kinds.ts";

let room: NoticeWorld;
beforeEach(async () => {
  room = await openNoticeWorld();
});
afterEach(async () => room.close());

const reminded = ["60 days left", "30 days left", "14 days left", "7 days left", "1 day left"];

/** What each mail that was taken is about, without the integration's name. */
function subjects({ mail }: NoticeWorld): readonly string[] {
  return mail.taken.map(({ subject }) => subject.replace(/:? ?Acme.*/u, ""));
}

async function untilTaken(count: number, from = room): Promise<void> {
  await vi.waitFor(() => expect(from.mail.taken.length).toBeGreaterThanOrEqual(count), 20_000);
  await untilQuiet(from);
}

/** Nothing is due and nothing under way. */
async function untilQuiet({ notices, world }: NoticeWorld): Promise<void> {
  const now = world.parts.clocks.installation.now();
  await vi.waitFor(async () => {
    const open = (await notices()).filter(
      ({ state, dueAt }) =>
        state === "sending" || state === "handed-over" || (state === "waiting" && dueAt <= now),
    );
    expect(open).toEqual([]);
    const late = await world.database.queries
      .selectFrom("deadline")
      .select("id")
      .where("state", "=", "running")
      .where("next_at", "<=", now)
      .execute();
    expect(late).toEqual([]);
  }, 20_000);
}

it("starts ninety days when the mail server accepts the notice, and not before", async () => {
  await room.startWorker({ mails: false });
  const { id, state } = await room.requireRevalidation();
  expect(state).toBe("awaiting-notice");
  await room.advanceDays(20);
  await untilDeadline(id, "awaiting-notice");
  await room.startWorker();
  await untilDeadline(id, "running");
  const startedAt = daysAfter(worldBegin, 20);
  expect(await room.programme.loadDeadline(id)).toMatchObject({
    startedAt,
    dueAt: daysAfter(startedAt, 90),
    history: [
      { event: "opened", by: "reviewer" },
      { event: "started", by: "clock" },
    ],
  });
});

async function untilDeadline(id: string, state: string): Promise<void> {
  await vi.waitFor(
    async () => expect((await room.programme.loadDeadline(id)).state).toBe(state),
    20_000,
  );
}

it("says what a clock waits for where no mail server is configured", async () => {
  const { id } = await room.requireRevalidation();
  expect(await room.world.programme.loadDeadline(id)).toMatchObject({
    state: "awaiting-notice",
    waitsFor: expect.stringContaining("No mail server is configured (SLIPWAY_SMTP_URL)"),
  });
});

it("sends the same mails in one step of 400 days and in 400 steps, each once", async () => {
  const steps = await openNoticeWorld();
  try {
    for (const one of [room, steps]) {
      await one.startWorker();
      await one.requireRevalidation("Acme");
      await untilTaken(1, one);
    }
    await room.advanceDays(400);
    for (let day = 0; day < 400; day += 1) await steps.advanceDays(1);
    await untilTaken(7);
    await untilTaken(7, steps);
    expect(subjects(room).toSorted()).toEqual(subjects(steps).toSorted());
    expect(subjects(room).toSorted()).toEqual(
      ["Revalidation required", ...reminded, "Deadline passed"].toSorted(),
    );
    const before = steps.mail.taken.length;
    await steps.advanceDays(-400);
    await untilQuiet(steps);
    for (let month = 0; month < 14; month += 1) await steps.advanceDays(30);
    await untilQuiet(steps);
    expect(steps.mail.taken).toHaveLength(before);
  } finally {
    await steps.close();
  }
}, 120_000);

it("puts an overdue deadline before a person, who extends it with a reason", async () => {
  await room.startWorker();
  const { id } = await room.requireRevalidation("Acme");
  await untilDeadline(id, "running");
  await room.advanceDays(91);
  await untilDeadline(id, "overdue");
  expect(await room.programme.listTasks()).toMatchObject([
    {
      kind: "deadline-overdue",
      deadlineId: id,
      toDo: expect.stringContaining("Nothing was suspended"),
    },
  ]);
  await untilTaken(7);
  const until = daysAfter(worldBegin, 111);
  const change = { id, by: "owner", reason: "The partner moved offices.", until };
  expect(await room.programme.extendDeadline(change)).toMatchObject({
    state: "running",
    dueAt: until,
  });
  expect(await room.programme.listTasks()).toEqual([]);
  await room.advanceDays(30);
  await untilTaken(12);
  expect(subjects(room).slice(7).toSorted()).toEqual(
    ["New deadline for", "14 days left", "7 days left", "1 day left", "Deadline passed"].toSorted(),
  );
  const { history } = await room.programme.loadDeadline(id);
  expect(history.map(({ event }) => event)).toEqual([
    "opened",
    "started",
    "expired",
    "extended",
    "expired",
  ]);
  expect(history[3]).toMatchObject({
    by: "owner",
    reason: "The partner moved offices.",
    before: { state: "overdue" },
    after: { state: "running", dueAt: until.toISOString() },
  });
});

it("clears a deadline for good, and sends nothing more of it", async () => {
  const { id } = await room.requireRevalidation();
  await room.programme.clearDeadline({ id, by: "owner", reason: "Opened by mistake." });
  await room.startWorker();
  await room.advanceDays(400);
  await untilQuiet(room);
  expect(room.mail.taken).toEqual([]);
  expect(await room.notices()).toMatchObject([{ state: "withdrawn" }]);
  await expect(
    room.programme.clearDeadline({ id, by: "owner", reason: "Again." }),
  ).rejects.toMatchObject({ code: "DEADLINE-STATE-WRONG", status: 409 });
});

it("gives a mandatory feature one year from its release, and refuses what cannot be", async () => {
  const { integration } = await room.programme.registerIntegration({
    name: "Acme",
    framework: "prime-assessment",
    connectorType: "prime",
  });
  const input = {
    integrationId: integration.id,
    kind: "mandatory-feature",
    subject: "package lists",
    recipient: "partner@example.test",
    by: "owner",
    reason: "Released.",
  } as const;
  const releasedAt = new Date("2027-01-01T00:00:00.000Z");
  expect(await room.programme.openDeadline({ ...input, releasedAt })).toMatchObject({
    state: "running",
    startedAt: releasedAt,
    dueAt: new Date("2028-01-01T00:00:00.000Z"),
  });
  const again = room.programme.openDeadline({ ...input, releasedAt });
  await expect(again).rejects.toMatchObject({ code: "DEADLINE-EXISTS" });
  await expect(room.programme.openDeadline(input)).rejects.toMatchObject({
    code: "DEADLINE-RELEASE-WRONG",
  });
  const old = room.programme.openDeadline({
    ...input,
    subject: "older",
    releasedAt: new Date("2025-01-01T00:00:00.000Z"),
  });
  await expect(old).rejects.toMatchObject({ code: "DEADLINE-DATE-WRONG" });
});
