import type { Transaction } from "@slipway/database";

import type { Integration } from "../integrations/integration.ts";
import { programmeOrganisation, type Actor } from "../lifecycle/actor.ts";
import type { StandingEvent } from "../lifecycle/standing-state.ts";
import type { VersionEvent } from "../lifecycle/version-state.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { writeNotice } from "./write-notice.ts";

/** How a decision is told: after "Developer Support", and what comes of it. */
interface Told {
  readonly title: string;
  readonly deed: (name: string) => string;
  readonly next: string;
}

/** What is decided about a version. Every event has its place: who adds one says whether its partner is told. */
const versionDecisions: Readonly<Record<VersionEvent, Told | undefined>> = {
  "submit-design": undefined,
  "change-design": undefined,
  "submit-validation": undefined,
  "withdraw-submission": undefined,
  withdraw: {
    title: "Version withdrawn",
    deed: (name) => `withdrew ${name}`,
    next: "This version goes no further. Another one can be begun.",
  },
  "ask-changes": {
    title: "Changes asked",
    deed: (name) => `asked for changes to the design of ${name}`,
    next: "Change the design and submit it again.",
  },
  "approve-design": {
    title: "Design approved",
    deed: (name) => `approved the design of ${name}`,
    next: "The integration shows what comes next.",
  },
  "decline-design": {
    title: "Design declined",
    deed: (name) => `declined the design of ${name}`,
    next: "This version goes no further. Another one can be begun.",
  },
  "approve-validation": {
    title: "Validation approved",
    deed: (name) => `approved the validation of ${name}`,
    next: "The designation follows, as a decision of its own.",
  },
  "decline-validation": {
    title: "Corrections asked",
    deed: (name) => `declined the validation of ${name}`,
    next: "Correct what is named, prove it with another run, and submit that.",
  },
  replace: {
    title: "Version replaced",
    deed: (name) => `declared that ${name} is replaced by a later version`,
    next: "The later version is the one that counts.",
  },
};

/** What is decided about what an integration is. A new date has a notice of its own, as has a call for a revalidation. */
const standingDecisions: Readonly<Record<StandingEvent, Told | undefined>> = {
  "ask-revalidation": undefined,
  "start-deadline": undefined,
  "pass-deadline": undefined,
  "extend-deadline": undefined,
  "withdraw-revalidation": {
    title: "Revalidation taken back",
    deed: (name) => `took back a revalidation that was asked of ${name}`,
    next: "Nothing is due for it any more.",
  },
  designate: {
    title: "Designation given",
    deed: (name) => `gave ${name} its designation`,
    next: "It can be listed in the marketplace, and its evidence can be signed.",
  },
  suspend: {
    title: "Suspended",
    deed: (name) => `suspended ${name}`,
    next: "Until it is reinstated the ATS API answers its calls with 403, and it is sent no events.",
  },
  reinstate: {
    title: "Reinstated",
    deed: (name) => `reinstated ${name}`,
    next: "Calls are answered and events are sent again. Those raised meanwhile were not sent, and are listed.",
  },
  remove: {
    title: "Removed",
    deed: (name) => `removed ${name} from the programme`,
    next: "Its listing and its designation end with this.",
  },
};

interface Decided {
  readonly integration: Integration;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
}

type Parts = Pick<ProgrammeParts, "ids">;

/** Owes the contact a mail about an event of a version, if it is a decision; in the transaction that takes it. */
export async function noticeOfVersion(
  tx: Transaction,
  { ids }: Parts,
  {
    event,
    version,
    ...decided
  }: Decided & { readonly event: VersionEvent; readonly version: number },
): Promise<void> {
  const name = `version ${version} of ${decided.integration.name}`;
  await notify(tx, ids, { ...decided, name, told: versionDecisions[event] });
}

/** The same about an integration's standing. */
export async function noticeOfStanding(
  tx: Transaction,
  { ids }: Parts,
  { event, ...decided }: Decided & { readonly event: StandingEvent },
): Promise<void> {
  const { name } = decided.integration;
  await notify(tx, ids, { ...decided, name, told: standingDecisions[event] });
}

async function notify(
  tx: Transaction,
  ids: Parts["ids"],
  {
    integration,
    actor,
    reason,
    at,
    name,
    told,
  }: Decided & { name: string; told: Told | undefined },
): Promise<void> {
  // What a partner does by itself it need not be told, and a decision does not wait until there is a contact.
  if (told === undefined || actor.organisation !== programmeOrganisation) return;
  if (integration.contact === undefined) return;
  await writeNotice(tx, {
    id: ids.uuid(),
    integrationId: integration.id,
    recipient: integration.contact,
    kind: "decision-made",
    at,
    facts: {
      integration: integration.name,
      subject: told.title,
      decision: `${actor.name} of Developer Support ${told.deed(name)}.`,
      reason,
      next: told.next,
    },
  });
}
