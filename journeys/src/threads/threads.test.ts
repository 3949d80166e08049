import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { proves } from "../harness/proves.ts";
import {
  customer,
  openRevalidationWorld,
  partner,
  reviewer,
  type RevalidationWorld,
} from "../revalidation/revalidation.world.ts";

let world: RevalidationWorld;
beforeAll(async () => {
  world = await openRevalidationWorld();
  await world.slipway("integration", "contact", world.integration, "ada@example.test", ...partner);
}, 600_000);
afterAll(async () => world?.close());

async function ask(text: string, ...about: readonly string[]): Promise<string> {
  const asked = ["thread", "open", world.integration, "--text", text, ...about, ...partner];
  const [, id = ""] = /Thread (\S+)/u.exec(await world.slipway(...asked)) ?? [];
  return id;
}

test("questions from a run, an exchange and a requirement are answered there, by mail and on record", async () => {
  for (const duty of ["REQ-06", "REQ-10"] as const) proves(duty, { door: "command-line" });
  const { slipway, refused, integration, firstRun, validation, mails } = world;
  const { customerId } = validation.sandbox.tenants.a;
  const [exchange] = await validation.client.listExchanges(customerId, { limit: 1 });
  const { versions } = await validation.client.loadLifecycle(integration);
  const requirement = versions[0]?.requirements?.requirements[0]?.id ?? "";
  const ofExchange = ["--customer", customerId, "--exchange", exchange?.id ?? ""];
  const run = await ask("Why does this case take so long?", "--run", firstRun);
  const call = await ask("Why is this 404?", ...ofExchange);
  const duty = await ask("What counts as one?", "--requirement", requirement, "--of-version", "1");
  const open = ["thread", "open", integration, "--text", "Why?"];
  expect(await refused(...open, "--run", integration, ...partner)).toContain(
    "THREAD-ITEM-NOT-FOUND",
  );
  expect(await refused(...open, "--run", firstRun, ...customer)).toContain("ROLE-NOT-ALLOWED");
  expect(await refused(...open, ...partner)).toContain("Expected one thing to ask about");
  const queue = await slipway("thread", "list", "--state", "open");
  const places = [run, call, duty].map((id) => queue.indexOf(id));
  expect(places).toEqual(places.filter((place) => place > 0).toSorted((a, b) => a - b));
  const answer = ["--text", "It waits for your result."];
  expect(await slipway("thread", "say", run, ...answer, ...reviewer)).toContain("answered, owner");
  await vi.waitFor(
    () =>
      expect(mails.map(({ subject }) => subject)).toEqual([
        "Answer from Developer Support: Journey",
      ]),
    60_000,
  );
  const settled = ["thread", "resolve", run, "--reason", "It came."];
  expect(await slipway(...settled, ...partner)).toContain("resolved, owner Developer Support");
  expect(await refused("thread", "say", run, ...answer, ...reviewer)).toContain(
    "LIFECYCLE-REFUSED",
  );
  const shown = await slipway("thread", "show", run);
  expect(shown).toContain("Ada of unnamed: Why does this case take so long?");
  expect(shown).toContain("Grace of programme: It waits for your result.");
  const history = await slipway("integration", "history", integration);
  for (const event of ["open-thread", "answer-thread", "resolve-thread"])
    expect(history).toContain(event);
  const left = await slipway("thread", "list", "--state", "open", "--integration", integration);
  expect([run, call, duty].map((id) => left.includes(id))).toEqual([false, true, true]);
}, 600_000);

test("Developer Support helps in a revalidation", async () => {
  proves("REQ-30", { door: "command-line" });
  const { slipway, integration } = world;
  const declare = ["revalidation", "declare-change", integration, "--change", "Results as PDF."];
  await slipway(...declare, ...partner);
  const [revalidation] = await world.validation.client.listRevalidations(integration);
  const id = await ask("Which guide applies?", "--revalidation", revalidation?.id ?? "");
  const text = ["--text", "The newest: your sandbox is open for it."];
  expect(await slipway("thread", "say", id, ...text, ...reviewer)).toContain(
    `Thread ${id} about revalidation ${revalidation?.id}`,
  );
}, 600_000);
