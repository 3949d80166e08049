import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Design } from "../design/design.ts";
import type { Actor } from "../lifecycle/actor.ts";
import type { personalStandingEvents } from "../lifecycle/move-standing.ts";
import type { VersionEvent } from "../lifecycle/version-state.ts";
import { designateIntegration } from "../testing/designate-integration.ts";
import { openNoticeWorld, type NoticeWorld } from "../testing/open-notice-world.ts";

let room: NoticeWorld;
beforeEach(async () => {
  room = await openNoticeWorld();
});
afterEach(async () => room.close());

const ada: Actor = { name: "Ada", role: "partner-admin", organisation: "Acme" };
const grace: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const edith: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };
const reason = "The sheet says another customer.";

const design: Design = {
  useCase: "A recruiter orders a test.",
  valueProposition: "Better hires.",
  operations: ["GET /people/{id}"],
  events: [],
  optionalFeatures: [],
  manifest: [{ profileType: "person", field: "email", access: "read", required: true }],
  setUpSteps: [],
  valuesPerCustomer: [],
  setUpQuestions: [],
};

async function inReview(contact?: string): Promise<string> {
  const { integration } = await room.programme.registerIntegration({
    ...{ name: "Acme tests", framework: "prime-assessment", organisation: "Acme" },
    ...(contact === undefined ? {} : { contact }),
  });
  const { id } = integration;
  await room.programme.saveDesign({ integrationId: id, version: 1, actor: ada, design });
  await move(id, "submit-design", ada);
  return id;
}

async function move(integrationId: string, event: VersionEvent, actor: Actor): Promise<void> {
  await room.programme.moveVersion({ integrationId, version: 1, event, actor, reason });
}

async function subjects(): Promise<readonly string[]> {
  return (await room.notices()).map(({ subject }) => subject).toReversed();
}

it("mails what was decided, by whom, why, and what comes next; not what the partner does itself", async () => {
  const id = await inReview("partner@example.test");
  await move(id, "ask-changes", grace);
  await move(id, "submit-design", ada);
  await move(id, "approve-design", grace);
  expect(await subjects()).toEqual(["Changes asked: Acme tests", "Design approved: Acme tests"]);
  const [, asked] = await room.notices();
  const { text } = await room.programme.loadNotice(asked?.id ?? "");
  expect(text).toContain(
    "Grace of Developer Support asked for changes to the design of version 1 of Acme tests.",
  );
  expect(text).toContain(`The reason given: ${reason}`);
  expect(text).toContain("Change the design and submit it again.");
  await room.startWorker();
  await vi.waitFor(() => expect(room.mail.taken).toHaveLength(2), 20_000);
});

it("tells of what is done to a standing, about the integration as a whole", async () => {
  const { id } = await designateIntegration(room.world, { name: "Acme tests" });
  const events: readonly (typeof personalStandingEvents)[number][] = [
    "suspend",
    "reinstate",
    "remove",
  ];
  for (const event of events)
    await room.programme.moveStanding({ integrationId: id, event, actor: edith, reason });
  expect(await subjects()).toEqual([
    "Suspended: Acme tests",
    "Reinstated: Acme tests",
    "Removed: Acme tests",
  ]);
});

it("tells of a withdrawal by the programme, and not of one by the partner itself", async () => {
  const own = await inReview("partner@example.test");
  await move(own, "withdraw", ada);
  expect(await subjects()).toEqual([]);
  const { integration } = await room.programme.registerIntegration({
    ...{ name: "Acme checks", framework: "prime-assessment", organisation: "Acme" },
    contact: "partner@example.test",
  });
  await move(integration.id, "withdraw", edith);
  expect(await subjects()).toEqual(["Version withdrawn: Acme checks"]);
});

it("decides without a mail where nobody is on record", async () => {
  const silent = await inReview();
  await move(silent, "approve-design", grace);
  expect(await room.notices()).toEqual([]);
});

it("keeps no notice of a decision that broke off, and leaves it unsent without a mail server", async () => {
  const id = await inReview("partner@example.test");
  await expect(move(id, "approve-design", ada)).rejects.toMatchObject({
    code: "LIFECYCLE-REFUSED",
  });
  expect(await room.notices()).toEqual([]);
  await room.startWorker({ mails: false });
  await move(id, "decline-design", grace);
  await room.advanceDays(1);
  expect(await room.notices()).toMatchObject([{ state: "waiting", attempts: 0 }]);
});
