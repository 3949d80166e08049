import { afterAll, beforeAll, expect, it } from "vitest";

import { listHistory } from "../history/history.store.ts";
import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
let made: MadeSandbox;
let partner: string;
beforeAll(async () => {
  world = await openProgrammeWorld();
  made = await world.makeSandbox();
  const { organisation } = await world.database.queries
    .selectFrom("integration")
    .select("organisation")
    .where("id", "=", made.sandbox.integrationId)
    .executeTakeFirstOrThrow();
  partner = organisation;
});
afterAll(async () => world.close());

const reviewer = { name: "Grace", role: "reviewer", organisation: "programme" } as const;

async function callStatus(): Promise<{ readonly status: number; readonly body: string }> {
  const { publicBase, customerId } = made.sandbox.tenants.a;
  const { username, password } = made.credentials.a;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const { id } = await world.database.queries
    .selectFrom("profile")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("type", "=", "applicantworkflows")
    .executeTakeFirstOrThrow();
  const answer = await fetch(`${publicBase}/customers/${customerId}/applicantworkflows/${id}`, {
    headers: { authorization },
  });
  return { status: answer.status, body: await answer.text() };
}

it("keeps who accepted which text of the policy, once", async () => {
  const sandboxId = made.sandbox.id;
  const dev = { name: "Ada", role: "partner-developer", organisation: partner } as const;
  expect((await world.programme.showSandboxUse(sandboxId)).accepted).toBeNull();
  const accept = { sandboxId, version: 1, actor: dev };
  await expect(
    world.programme.acceptSandboxPolicy({ ...accept, actor: reviewer }),
  ).rejects.toMatchObject({ code: "SANDBOX-POLICY-NOT-YOURS" });
  await expect(
    world.programme.acceptSandboxPolicy({ ...accept, version: 2 }),
  ).rejects.toMatchObject({ code: "SANDBOX-POLICY-VERSION" });
  await world.programme.acceptSandboxPolicy(accept);
  const use = await world.programme.acceptSandboxPolicy(accept);
  expect(use.accepted).toMatchObject({ by: "Ada" });
  const history = await listHistory(world.database.queries, made.sandbox.integrationId);
  const entries = history.filter(({ event }) => event === "accept-sandbox-policy");
  expect(entries.map(({ after }) => after)).toEqual([
    { sandboxPolicy: { version: 1, digest: use.policy.digest } },
  ]);
});

it("refuses the calls of a withdrawn sandbox, until a person restores it", async () => {
  const change = { sandboxId: made.sandbox.id, actor: reviewer, reason: "Shown to a customer." };
  expect(await callStatus()).toMatchObject({ status: 200 });
  await expect(
    world.programme.withdrawSandbox({
      ...change,
      actor: { ...reviewer, organisation: "elsewhere" },
    }),
  ).rejects.toMatchObject({ code: "SANDBOX-USE-NOT-YOURS" });
  const { withdrawn } = await world.programme.withdrawSandbox(change);
  expect(withdrawn).toMatchObject({ by: "Grace", reason: "Shown to a customer." });
  const refused = await callStatus();
  expect(refused.status).toBe(403);
  expect(refused.body).toContain("withdrawn");
  await expect(world.programme.withdrawSandbox(change)).rejects.toMatchObject({
    code: "SANDBOX-USE-UNCHANGED",
  });
  await world.programme.restoreSandbox({ ...change, reason: "It was explained." });
  expect(await callStatus()).toMatchObject({ status: 200 });
});
