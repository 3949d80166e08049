import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { proves } from "../harness/proves.ts";
import {
  because,
  customer,
  decideDesign,
  decideValidation,
  openRevalidationWorld,
  owner,
  partner,
  reviewer,
  type RevalidationWorld,
} from "./revalidation.world.ts";

let world: RevalidationWorld;
beforeAll(async () => {
  world = await openRevalidationWorld();
  await world.slipway("clock", "set", "2027-01-10T09:00:00Z");
}, 600_000);
afterAll(async () => world?.close());

async function show(): Promise<string> {
  return world.slipway("integration", "show", world.integration);
}

/** A mail that was taken whose subject has this text. */
async function mailed(subject: string): Promise<void> {
  await vi.waitFor(
    () => expect(world.mails.map((mail) => mail.subject)).toContain(subject),
    60_000,
  );
}

function idIn(printed: string, word: string): string {
  const [, id = ""] = new RegExp(`${word} (\\S+)`, "u").exec(printed) ?? [];
  return id;
}

test("a mandatory feature: shown with whom it concerns, told by mail, due in a year, overdue before a person, revalidated", async () => {
  for (const duty of [
    "REQ-11",
    "REQ-13",
    "REQ-30",
    "REQ-32",
    "REQ-34",
    "REQ-35",
    "REQ-36",
    "REQ-37",
  ] as const)
    proves(duty, { door: "command-line" });
  const { slipway, refused, integration } = world;
  const notes = await world.write("notes.md", "Packages come in named lists. See the guide.");
  const draft = [
    ...["release", "draft", "Package lists", "--what", "Packages can be offered in lists."],
    ...["--notes", notes, "--framework", "prime-assessment", "--mandatory"],
  ];
  expect(await refused(...draft, "--types", "prime", ...reviewer)).toContain("ROLE-NOT-ALLOWED");
  expect(await refused(...draft, "--types", "prime,standard", ...owner)).toContain(
    "Standard integrations are asked to revalidate by a report only",
  );
  const drafted = await slipway(...draft, "--types", "prime", ...owner);
  expect(drafted).toContain('"Package lists", mandatory, for prime-assessment (prime)');
  const release = idIn(drafted, "Release").slice(0, -1);
  expect(await slipway("release", "affected", release)).toMatch(
    /Journey +1 +\S+ +designated +nobody on record/u,
  );
  expect(await refused("release", "publish", release, ...owner)).toContain(
    'found none of "Journey"',
  );
  await slipway("integration", "contact", integration, "ada@example.test", ...partner);
  expect(await slipway("release", "affected", release)).toContain("ada@example.test");
  expect(world.mails).toEqual([]);
  const published = await slipway("release", "publish", release, ...owner);
  expect(published).toMatch(/Journey +1 +ada@example\.test/u);
  await mailed("Mandatory feature for Journey: Package lists");
  expect(await refused("release", "publish", release, ...owner)).toContain("RELEASE-PUBLISHED");
  expect(await slipway("release", "list")).toContain("Packages come in named lists.");
  const asked = await show();
  expect(asked).toContain("standing: revalidation-due, as prime");
  const deadline = idIn(asked, "deadlineId");
  expect(await slipway("deadlines", "show", deadline)).toMatch(
    /running: since 2027-01-10T09:\S+, due 2028-01-10T09:/u,
  );
  await slipway("clock", "advance", "366d");
  await world.until("standing: overdue", "integration", "show", integration);
  await mailed("Deadline passed: Journey");
  expect(await slipway("tasks")).toContain(`deadline ${deadline}`);
  expect(await refused("deadlines", "clear", deadline, "--by", "Grace", ...because)).toContain(
    "DEADLINE-OF-REVALIDATION",
  );
  const extend = ["integration", "move", integration, "extend-deadline", "--until", "2028-06-01"];
  expect(await refused(...extend, ...partner, ...because)).toContain(
    "Expected reviewer or programme-owner to do extend-deadline",
  );
  expect(await slipway(...extend, ...reviewer, "--reason", "The partner moved.")).toContain(
    "standing: revalidation-due",
  );
  expect(await slipway("deadlines", "show", deadline)).toContain("due 2028-06-01T00:00:00.000Z");
  expect(await slipway("tasks")).toBe("Nothing waits for a person.\n");
  await slipway("integration", "new-version", integration, ...partner, ...because);
  const { runId, conclusion } = await world.validation.validate();
  expect(conclusion).toBe("passed");
  await decideDesign(world, { number: 2 });
  await mailed("Design approved: Journey");
  await decideValidation(world, { number: 2, runId }, "decline-validation");
  await mailed("Corrections asked: Journey");
  await decideValidation(world, { number: 2, runId }, "approve-validation");
  await mailed("Validation approved: Journey");
  const designated = ["integration", "move", integration, "designate", ...reviewer, ...because];
  const shown = await slipway(...designated);
  await mailed("Designation given: Journey");
  expect(shown).toMatch(/standing: designated, as prime, since 2028-\S+, version 2/u);
  expect(shown).toMatch(/version 2: approved, .*validation revalidation, packVersion 2026\.2/u);
  expect(await slipway("deadlines", "list")).toMatch(new RegExp(`${deadline} +cleared`, "u"));
  expect(await slipway("revalidation", "list")).toMatch(/completed +release/u);
}, 600_000);

test("a customer's report, upheld: 90 days from the moment at which the mail server took the notice", async () => {
  for (const duty of ["REQ-28", "REQ-29", "REQ-32"] as const)
    proves(duty, { door: "command-line" });
  const { slipway, refused, integration, validation } = world;
  const { customerId } = validation.sandbox.tenants.a;
  const [exchange] = await validation.client.listExchanges(customerId, { limit: 1 });
  const report = [
    ...["adherence", "report", integration, "--text", "A duplicate order was taken."],
    ...["--customer", customerId, "--exchange"],
  ];
  expect(await refused(...report, "0190a000-0000-7000-8000-000000000001", ...customer)).toContain(
    "EXCHANGE-NOT-FOUND",
  );
  expect(await refused(...report, exchange?.id ?? "", ...partner)).toContain("ROLE-NOT-ALLOWED");
  const reported = await slipway(...report, exchange?.id ?? "", ...customer);
  expect(reported).toContain(`exchange: ${exchange?.id ?? ""} of customer ${customerId}`);
  const id = idIn(reported, "Report");
  const uphold = ["adherence", "uphold", id, "--reason", "The log shows it."];
  expect(await refused(...uphold, ...customer)).toContain("ROLE-NOT-ALLOWED");
  expect(await slipway(...uphold, ...reviewer)).toContain("by Grace: The log shows it.");
  await mailed("Revalidation required: Journey");
  const deadline = idIn(await show(), "deadlineId");
  const shown = await world.until("running: since", "deadlines", "show", deadline);
  const [, since = "", due = ""] = /since (\S+), due (\S+)\n/u.exec(shown) ?? [];
  expect(new Date(due).getTime() - new Date(since).getTime()).toBe(90 * 86_400_000);
  expect(shown).toMatch(/started by clock: The mail server accepted notice/u);
  const other = await slipway(
    ...["adherence", "report", integration, "--text", "The button is blue.", ...customer],
  );
  const dismissal = ["--reason", "The guide says no colour.", ...reviewer];
  await slipway("adherence", "dismiss", idIn(other, "Report"), ...dismissal);
  const listed = await slipway("adherence", "list", "--integration", integration);
  expect(listed).toMatch(/dismissed .*The button is blue\./u);
  expect(listed).toMatch(/upheld .*A duplicate order was taken\./u);
}, 400_000);

test("a partner declares a change, begins a revalidation by itself, and proves both with a run of its own", async () => {
  for (const duty of ["REQ-26", "REQ-27"] as const) proves(duty, { door: "command-line" });
  const { slipway, refused, integration, firstRun } = world;
  const declared = await slipway(
    ...["revalidation", "declare-change", integration, "--change", "Results as PDF.", ...partner],
  );
  expect(declared).toContain("(declared-change), for the change that unnamed declared");
  const begun = await slipway(
    ...["revalidation", "open", integration, "--for", "a new engine", ...because, ...partner],
  );
  expect(begun).toContain("no date: nobody asks for it");
  const withdraw = ["revalidation", "withdraw", idIn(declared, "Revalidation"), ...because];
  expect(await refused(...withdraw, ...partner)).toContain("to do withdraw-revalidation");
  await slipway("integration", "new-version", integration, ...partner, ...because);
  expect(
    await refused("integration", "move", integration, "designate", ...reviewer, ...because),
  ).toContain("a revalidation was approved that was asked for before (found: none since");
  await slipway("integration", "move", integration, "submit-design", "--number", "3", ...partner);
  const approve = ["approve-design", "--number", "3", ...reviewer, ...because];
  await slipway("integration", "move", integration, ...approve);
  const submit = ["submit-validation", "--number", "3", "--confirmed-by", "Ada", "--run"];
  expect(
    await refused("integration", "move", integration, ...submit, firstRun, ...partner),
  ).toContain("(found: a run that proved version 1)");
  await slipway(...withdraw, ...reviewer);
  expect(await slipway("revalidation", "list", "--integration", integration)).toMatch(
    /withdrawn +declared-change/u,
  );
  expect(await slipway("integration", "verify-history")).toContain("as it was written");
}, 400_000);
