import type { Queries, Transaction } from "@slipway/database";
import type { JsonObject } from "@slipway/foundation";
import {
  findListing,
  lockListing,
  saveListing,
  type ListingEvent,
  type ListingText,
  type StoredListing,
} from "@slipway/marketplace";

import { appendHistory } from "../history/history.store.ts";
import { PathWithoutSandboxProblem } from "../integrations/integration.problems.ts";
import { loadIntegration } from "../integrations/integration.store.ts";
import type { Integration } from "../integrations/integration.ts";
import type { Actor } from "../lifecycle/actor.ts";
import { LifecycleRefusedProblem } from "../lifecycle/lifecycle.problems.ts";
import { lockStanding } from "../lifecycle/lifecycle.store.ts";
import type { MovedStanding } from "../lifecycle/moved-standing.ts";
import { peopleUnmet } from "../lifecycle/people-unmet.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { applyListingEvent } from "./apply-listing-event.ts";
import { listingUnmet } from "./listing-unmet.ts";
import { ListingNotFoundProblem } from "./listing.problems.ts";

/** An event of a listing, as a door hands it in. */
export interface MoveListing {
  readonly integrationId: string;
  readonly event: Exclude<ListingEvent, "save-draft" | "remove">;
  readonly actor: Actor;
  readonly reason: string;
}

export interface SaveListingDraft {
  readonly integrationId: string;
  readonly draft: ListingText;
  readonly actor: Actor;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks">;

/** Moves a listing by an event, with its history in the same transaction; fails with `LIFECYCLE-REFUSED` and `LISTING-NOT-FOUND`. */
export async function moveListing(parts: Parts, move: MoveListing): Promise<StoredListing> {
  const integration = await listable(parts.database.queries, move.integrationId);
  return parts.database.transaction(async (tx) => {
    const listing = await heldListing(tx, integration.id);
    if (listing === undefined) throw new ListingNotFoundProblem(integration.id);
    const happening = { ...move, at: now(parts) };
    return applyTo(tx, listing, { integration, before: listing, happening });
  });
}

/** Saves what a listing is to say; customers see it when it is published. Fails with `LIFECYCLE-REFUSED`. */
export async function saveListingDraft(
  parts: Parts,
  { integrationId, draft, actor }: SaveListingDraft,
): Promise<StoredListing> {
  const integration = await listable(parts.database.queries, integrationId);
  return parts.database.transaction(async (tx) => {
    const before = await heldListing(tx, integration.id);
    const listing: StoredListing = before ?? {
      integrationId: integration.id,
      state: { kind: "drafting" },
      draft,
      published: undefined,
    };
    const happening = { event: "save-draft", actor, reason: "", at: now(parts) } as const;
    return applyTo(tx, { ...listing, draft }, { integration, before, happening });
  });
}

/** A listing of an integration; fails with `LISTING-NOT-FOUND`. */
export async function loadListing(queries: Queries, integrationId: string): Promise<StoredListing> {
  const { id } = await listable(queries, integrationId);
  const listing = await findListing(queries, id);
  if (listing === undefined) throw new ListingNotFoundProblem(id);
  return listing;
}

/** Takes a removed integration out of the marketplace, in the transaction that removes it. */
export async function removeListing(tx: Transaction, moved: MovedStanding): Promise<void> {
  const { integrationId, at, actor, reason } = moved;
  const listing = await lockListing(tx, integrationId);
  if (listing === undefined) return;
  const integration = await loadIntegration(tx, integrationId);
  const happening = { event: "remove", at, actor, reason } as const;
  await applyTo(tx, listing, { integration, before: listing, happening });
}

interface Application {
  readonly integration: Integration;
  /** Undefined: there was none. */
  readonly before: StoredListing | undefined;
  readonly happening: Parameters<typeof applyListingEvent>[1];
}

async function applyTo(
  tx: Transaction,
  listing: StoredListing,
  { integration, happening, before }: Application,
): Promise<StoredListing> {
  const { event, at, actor, reason } = happening;
  const unmet = {
    ...peopleUnmet(integration, happening),
    ...(await listingUnmet(tx, integration.id, listing.draft)),
  };
  const outcome = applyListingEvent(
    { state: listing.state, path: integration.path, unmet },
    happening,
  );
  if (outcome.kind === "refused")
    throw new LifecycleRefusedProblem(`the listing of "${integration.name}"`, outcome);
  const isShown = event === "publish" || event === "put-up";
  const moved: StoredListing = {
    ...listing,
    state: outcome.state,
    ...(isShown ? { published: listing.draft } : {}),
  };
  await saveListing(tx, moved);
  await appendHistory(tx, {
    integrationId: integration.id,
    version: null,
    at,
    actor,
    event: `listing-${event}`,
    reason,
    before: before === undefined ? null : entryOf(before),
    after: entryOf(moved),
  });
  return moved;
}

/** Under the standing's lock, which every suspension and removal takes first: none comes between. */
async function heldListing(
  tx: Transaction,
  integrationId: string,
): Promise<StoredListing | undefined> {
  await lockStanding(tx, integrationId);
  return lockListing(tx, integrationId);
}

async function listable(queries: Queries, integrationId: string): Promise<Integration> {
  const integration = await loadIntegration(queries, integrationId);
  if (integration.path !== "programme-defined")
    throw new PathWithoutSandboxProblem(integration.name);
  return integration;
}

function now({ clocks }: Parts): Date {
  return clocks.installation.now();
}

/** Listings are plain data: every member is JSON. */
function entryOf({ state, draft }: StoredListing): JsonObject {
  return { ...state, draft: draft as unknown as JsonObject };
}
