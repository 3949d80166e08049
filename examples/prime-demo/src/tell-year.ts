import { setTimeout as sleep } from "node:timers/promises";

import type { Lifecycle, PlatformClient } from "@slipway/platform-client";

import { people } from "./people.ts";

const dayMs = 86_400_000;
const feature = "Package lists";

/** What the year ahead needs of the demo around it. */
export interface YearAhead {
  readonly integrationId: string;
  /** Calls the ATS with the partner's own credentials, and gives the status. */
  readonly callAts: () => Promise<number>;
  /** Has the partner prove a version, to its designation. */
  readonly revalidate: (version: number) => Promise<void>;
}

/**
 * A year in a few seconds: a mandatory feature, a deadline that passes and is put before a person, a suspension that the partner
 * meets as 403, its end, and the revalidation. Told once; the installation's clock is set back at the end.
 */
export async function tellYear(
  client: PlatformClient,
  { integrationId, callAts, revalidate }: YearAhead,
  say: (line: string) => void,
): Promise<void> {
  const known = await client.listReleases();
  if (known.some(({ title }) => title === feature)) return;
  const { owner, reviewer, partner } = people;
  const { framework } = (await client.loadLifecycle(integrationId)).integration;
  const release = await client.draftRelease({
    title: feature,
    whatItIs: "Packages can be offered in lists.",
    isMandatory: true,
    notes: "Packages come in named lists. See the guide.",
    framework,
    connectorTypes: ["prime"],
    actor: owner,
  });
  await client.publishRelease(release.id, { actor: owner });
  const due = await standingBecomes(client, integrationId, "revalidation-due");
  say(`${owner.name} releases a mandatory feature, "${feature}": due in a year`);
  await client.moveClock({ kind: "advance", byMs: 366 * dayMs });
  await standingBecomes(client, integrationId, "overdue");
  say(`  366 days later it is overdue, and waits for a person: ${await taskOf(client, due)}`);
  const act = async (event: string, reason: string, until?: string): Promise<void> => {
    const actor = event === "extend-deadline" ? reviewer : owner;
    const move = { event, actor, reason, ...(until === undefined ? {} : { until }) };
    await client.moveStanding(integrationId, move);
    say(`  ${actor.name}: ${event}: ${reason}`);
  };
  await act("suspend", "It was due, and nobody answered.");
  say(`  The partner's call to the ATS is answered with ${await callAts()}`);
  await act("reinstate", `${partner.name} has answered.`);
  say(`  and now with ${await callAts()}`);
  const { now } = await client.showClock();
  const until = new Date(Date.parse(now) + 30 * dayMs).toISOString();
  await act("extend-deadline", "30 days to prove it.", until);
  const begun = await client.beginVersion(integrationId, {
    actor: partner,
    reason: `With ${feature}.`,
  });
  await revalidate(Math.max(...begun.versions.map(({ number }) => number)));
  await client.moveClock({ kind: "set", to: new Date().toISOString() });
  say("  The clock is set back to today; what happened stays on record with its dates.");
}

async function standingBecomes(
  client: PlatformClient,
  integrationId: string,
  kind: string,
): Promise<Lifecycle> {
  for (;;) {
    const lifecycle = await client.loadLifecycle(integrationId);
    if (lifecycle.standing.kind === kind) return lifecycle;
    await sleep(100);
  }
}

async function taskOf(client: PlatformClient, { standing }: Lifecycle): Promise<string> {
  const tasks = await client.listTasks();
  const task = tasks.find(({ deadlineId }) => deadlineId === standing["deadlineId"]);
  return task?.toDo ?? "nobody was asked";
}
