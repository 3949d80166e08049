import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Actor } from "../lifecycle/actor.ts";
import { designateIntegration, type Designating } from "../testing/designate-integration.ts";
import { openNoticeWorld, worldBegin, type NoticeWorld } from "../testing/open-notice-world.ts";
import type { DraftRelease } from "./draft-release.ts";
import type { FeatureRelease, ReleaseAudience } from "./feature-release.ts";

let room: NoticeWorld;
beforeEach(async () => {
  room = await openNoticeWorld();
});
afterEach(async () => room.close());

const owner: Actor = { name: "Edith", role: "programme-owner", organisation: "programme" };
const reviewer: Actor = { name: "Grace", role: "reviewer", organisation: "programme" };
const releasedAt = worldBegin;
const aYearLater = new Date("2028-01-10T12:00:00.000Z");

async function draft(change: Partial<DraftRelease> = {}): Promise<FeatureRelease> {
  return room.programme.draftRelease({
    title: "Package lists",
    whatItIs: "Packages can be offered in named lists.",
    notes: "Version 2026.2 of the guide has the details.",
    isMandatory: true,
    framework: "prime-assessment",
    connectorTypes: ["prime"],
    actor: owner,
    ...change,
  });
}

async function publish({ id }: FeatureRelease): Promise<FeatureRelease> {
  return room.programme.publishRelease({ id, actor: owner });
}

async function designated(name: string, more: Omit<Designating, "name"> = {}): Promise<string> {
  const { id } = await designateIntegration(room.world, { name, ...more });
  return id;
}

function namesIn(audience: ReleaseAudience): readonly string[] {
  return (audience.state === "draft" ? audience.affected : audience.told).map(({ name }) => name);
}

it("shows before anything is sent whom it concerns: name, version, contact", async () => {
  const acme = await designated("Acme", { contact: "acme@example.test" });
  await designated("Beta", { connectorType: "standard" });
  await designated("Gamma", { framework: "standard-assessment", connectorType: "prime" });
  await room.programme.registerIntegration({ name: "Never", framework: "prime-assessment" });
  const held = await designated("Held", { contact: null });
  await room.programme.moveStanding({
    ...{ integrationId: held, event: "suspend", actor: owner, reason: "It is looked into." },
  });
  const { id, state } = await draft();
  expect(state).toBe("draft");
  expect(await room.programme.loadAudience(id)).toEqual({
    state: "draft",
    affected: [
      {
        ...{ integrationId: acme, name: "Acme", version: 1, contact: "acme@example.test" },
        ...{ standing: "designated", validatedAt: worldBegin },
      },
      {
        ...{ integrationId: held, name: "Held", version: 1, contact: undefined },
        ...{ standing: "suspended", validatedAt: worldBegin },
      },
    ],
  });
  const both = await draft({ isMandatory: false, connectorTypes: ["prime", "standard"] });
  expect(namesIn(await room.programme.loadAudience(both.id))).toEqual(["Acme", "Beta", "Held"]);
  expect(await room.notices()).toEqual([]);
});

it("tells every partner what a mandatory feature is and by when, and asks each to revalidate", async () => {
  await room.startWorker();
  const acme = await designated("Acme", { contact: "acme@example.test" });
  const beta = await designated("Beta", { contact: "beta@example.test" });
  const published = await publish(await draft());
  expect(published).toMatchObject({ state: "published", publishedAt: releasedAt });
  await vi.waitFor(() => expect(room.mail.taken).toHaveLength(2), 20_000);
  expect(room.mail.taken.flatMap(({ to }) => to).toSorted()).toEqual([
    "acme@example.test",
    "beta@example.test",
  ]);
  const notice = (await room.notices()).find(({ recipient }) => recipient.startsWith("acme"));
  const { subject, text } = await room.programme.loadNotice(notice?.id ?? "");
  expect(subject).toBe("Mandatory feature for Acme: Package lists");
  expect(text).toContain("Packages can be offered in named lists.");
  expect(text).toContain("by 2028-01-10 12:00 UTC");
  for (const id of [acme, beta]) {
    const [deadline] = await room.programme.listDeadlines({ integrationId: id });
    expect(deadline).toMatchObject({ state: "running", dueAt: aYearLater });
    expect((await room.programme.loadLifecycle(id)).standing).toMatchObject({
      kind: "revalidation-due",
      deadlineId: deadline?.id,
    });
  }
  const audience = await room.programme.loadAudience(published.id);
  expect(audience).toMatchObject({
    state: "published",
    told: [{ name: "Acme", noticeId: notice?.id, version: 1 }, { name: "Beta" }],
  });
  await room.advanceDays(364);
  expect((await room.programme.loadLifecycle(acme)).standing.kind).toBe("revalidation-due");
  await room.advanceDays(1);
  await vi.waitFor(
    async () =>
      expect((await room.programme.loadLifecycle(acme)).standing).toMatchObject({
        kind: "overdue",
      }),
    20_000,
  );
});

it("gives a feature that was released on 29 February until 28 February of the next year", async () => {
  await room.programme.moveClock({ kind: "set", to: new Date("2028-02-29T08:00:00.000Z") });
  const acme = await designated("Acme");
  await publish(await draft());
  expect(await room.programme.listDeadlines({ integrationId: acme })).toMatchObject([
    { dueAt: new Date("2029-02-28T08:00:00.000Z") },
  ]);
});

it("tells of a feature that is not mandatory, and asks for nothing", async () => {
  await room.startWorker();
  const acme = await designated("Acme", { connectorType: "standard" });
  await publish(await draft({ isMandatory: false, connectorTypes: ["prime", "standard"] }));
  await vi.waitFor(() => expect(room.mail.taken).toHaveLength(1), 20_000);
  const [notice] = await room.notices();
  expect(notice?.subject).toBe("New feature for Acme: Package lists");
  const { text } = await room.programme.loadNotice(notice?.id ?? "");
  expect(text).toContain("It is not mandatory: nothing is due");
  expect(await room.programme.listDeadlines({ integrationId: acme })).toEqual([]);
  expect(await room.programme.listRevalidations({ integrationId: acme })).toEqual([]);
  expect((await room.programme.loadLifecycle(acme)).standing.kind).toBe("designated");
});

it("is published once, is never changed, and stands in the release notes from then on", async () => {
  const first = await draft();
  expect(await room.programme.listReleases("published")).toEqual([]);
  expect(await room.programme.listReleases("draft")).toMatchObject([{ id: first.id }]);
  await publish(first);
  await expect(publish(first)).rejects.toMatchObject({ code: "RELEASE-PUBLISHED" });
  expect(await room.programme.listReleases("published")).toMatchObject([
    { title: "Package lists", notes: "Version 2026.2 of the guide has the details." },
  ]);
  expect(await room.programme.listReleases("draft")).toEqual([]);
  const { queries } = room.world.database;
  await expect(queries.updateTable("feature_release").set({ notes: "" }).execute()).rejects.toThrow(
    "Rows of feature_release are only ever added.",
  );
  await expect(queries.deleteFrom("feature_release").execute()).rejects.toThrow("only ever added");
  await expect(publish(await draft())).rejects.toMatchObject({ code: "RELEASE-TITLE-TAKEN" });
});

it("is told to everybody or to nobody: one without a contact holds it up, and is named", async () => {
  await designated("Acme");
  const silent = await designated("Silent", { contact: null });
  const release = await draft();
  await expect(publish(release)).rejects.toMatchObject({
    code: "INTEGRATION-CONTACT-MISSING",
    message: expect.stringContaining('"Silent"'),
  });
  expect(await room.notices()).toEqual([]);
  await room.programme.changeContact({
    ...{ integrationId: silent, contact: "silent@example.test", actor: reviewer },
  });
  await publish(release);
  expect(await room.notices()).toHaveLength(2);
});

it("published by two at once is told once", async () => {
  const acme = await designated("Acme");
  const release = await draft();
  const both = await Promise.allSettled([publish(release), publish(release)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await room.notices()).toHaveLength(1);
  expect(await room.programme.listRevalidations({ integrationId: acme })).toHaveLength(1);
});

it("is the programme owner's, and mandatory for Prime alone", async () => {
  await expect(draft({ actor: reviewer })).rejects.toMatchObject({ code: "ROLE-NOT-ALLOWED" });
  await expect(draft({ actor: { ...owner, organisation: "Acme" } })).rejects.toMatchObject({
    code: "ROLE-NOT-ALLOWED",
  });
  const { id } = await draft();
  await expect(room.programme.publishRelease({ id, actor: reviewer })).rejects.toMatchObject({
    code: "ROLE-NOT-ALLOWED",
  });
  await expect(draft({ connectorTypes: ["prime", "standard"] })).rejects.toMatchObject({
    code: "RELEASE-TYPES-WRONG",
  });
  await expect(draft({ framework: "sub-prime" })).rejects.toMatchObject({
    code: "FRAMEWORK-UNKNOWN",
  });
});
