import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { openNoticeWorld, type NoticeWorld } from "../testing/open-notice-world.ts";
import { startMailServer, type MailConduct } from "../testing/start-mail-server.ts";
import { createMailServer } from "./mail-server.ts";
import type { Notice } from "./notice.ts";

let room: NoticeWorld;
beforeEach(async () => {
  room = await openNoticeWorld();
});
afterEach(async () => room.close());

async function only(state: Notice["state"], attempts = 1): Promise<Notice> {
  await vi.waitFor(
    async () => expect(await room.notices()).toMatchObject([{ state, attempts }]),
    20_000,
  );
  const [notice] = await room.notices();
  if (notice === undefined) throw new Error("Expected a notice, found none");
  return notice;
}

async function owe(conduct: MailConduct): Promise<string> {
  room.mail.conduct(conduct);
  const { id } = await room.requireRevalidation("Acme & <Co>");
  await room.startWorker();
  return id;
}

it("sends text and HTML, escaped, with an id of its own", async () => {
  await owe("accepts");
  const notice = await only("accepted");
  const [mail] = room.mail.taken;
  expect(mail).toMatchObject({
    messageId: `<${notice.id}@slipway.example.test>`,
    to: ["partner@example.test"],
    subject: "Revalidation required: Acme & <Co>",
  });
  const lines = mail?.source.replaceAll("=\r\n", "");
  expect(lines).toContain("Acme & <Co>: a report of a customer.\r\n");
  expect(lines).toContain("Acme &amp; &lt;Co&gt;: a report of a customer.</p>");
});

it("tries a mail that the server defers (451) again on its schedule, until it is taken", async () => {
  await owe(451);
  const { dueAt, createdAt, answer } = await only("waiting");
  expect(answer).toContain("451");
  expect(dueAt.getTime() - createdAt.getTime()).toBe(60_000);
  room.mail.conduct("accepts");
  await room.programme.moveClock({ kind: "advance", byMs: 60_000 });
  await only("accepted", 2);
  expect(room.mail.taken).toHaveLength(1);
});

it.each(["refuses-recipient", 550] as const)(
  "shows what the server refuses for good (%s)",
  async (how) => {
    const deadlineId = await owe(how);
    const { id, answer } = await only("refused");
    expect(answer).toContain("550");
    expect(await room.programme.listTasks()).toMatchObject([
      { kind: "notice-refused", noticeId: id },
    ]);
    expect(await room.programme.loadDeadline(deadlineId)).toMatchObject({
      state: "awaiting-notice",
      waitsFor: expect.stringContaining(`Notice ${id} is refused`),
    });
    await room.advanceDays(100);
    await only("refused");
    room.mail.conduct("accepts");
    await room.programme.resolveNotice({
      id,
      as: "send-again",
      by: "owner",
      reason: "Mailbox made.",
    });
    await only("accepted", 2);
    expect(await room.programme.listTasks()).toEqual([]);
  },
);

it("never repeats a mail by itself that a dying server may have taken", async () => {
  const deadlineId = await owe("dies");
  const { id } = await only("unknown");
  room.mail.conduct("accepts");
  await room.advanceDays(30);
  await only("unknown");
  expect(room.mail.taken).toHaveLength(1);
  expect(await room.programme.loadDeadline(deadlineId)).toMatchObject({ state: "awaiting-notice" });
  expect(await room.programme.listTasks()).toMatchObject([
    { kind: "notice-unknown", noticeId: id },
  ]);
  await room.programme.resolveNotice({ id, as: "sent", by: "owner", reason: "In its log." });
  const { history, ...deadline } = await room.programme.loadDeadline(deadlineId);
  expect(deadline).toMatchObject({
    state: "running",
    startedAt: (await room.notices())[0]?.handedOverAt,
  });
  expect(history).toHaveLength(2);
});

it("loses nothing and repeats nothing when the server is dead for a day", async () => {
  await room.mail.close();
  await owe("accepts");
  await room.requireRevalidation("Beta");
  await vi.waitFor(async () => {
    const notices = await room.notices();
    expect(notices.map(({ state, attempts }) => [state, attempts])).toEqual([
      ["waiting", 1],
      ["waiting", 1],
    ]);
  }, 20_000);
  await room.advanceDays(1);
  await vi.waitFor(async () => {
    const attempts = (await room.notices()).map((notice) => notice.attempts);
    expect(attempts).toEqual([2, 2]);
  }, 20_000);
  const again = await startMailServer(Number(new URL(room.mail.url).port));
  await room.advanceDays(1);
  await vi.waitFor(() => expect(again.taken).toHaveLength(2), 20_000);
  await vi.waitFor(async () => {
    const states = (await room.notices()).map(({ state }) => state);
    expect(states).toEqual(["accepted", "accepted"]);
  }, 20_000);
  expect(new Set(again.taken.map(({ messageId }) => messageId)).size).toBe(2);
  await again.close();
});

it("hands nothing over that could not be marked, and shows no password", async () => {
  const mail = {
    messageId: "1@x",
    recipient: "a@example.test",
    subject: "s",
    text: "t",
    html: "h",
  };
  const from = "programme@slipway.example.test";
  const server = createMailServer({ url: room.mail.url, from, timeoutMs: 5000 });
  const outcome = await server.send({ ...mail, date: new Date() }, async () => {
    throw new Error("database away");
  });
  expect(outcome).toMatchObject({ kind: "deferred", answer: "database away" });
  expect(room.mail.taken).toEqual([]);
  const url = room.mail.url.replace("p%40ss", "wr%40ng");
  const wrong = createMailServer({ url, from, timeoutMs: 5000 });
  const refused = await wrong.send({ ...mail, date: new Date() }, async () => undefined);
  expect(refused.kind).toBe("deferred");
  expect(refused.answer).toContain("(secret)");
  expect(refused.answer).not.toContain("wr@ng");
});
