import type { Queries } from "@slipway/database";
import { isUuid } from "@slipway/foundation";
import { compareListings, publishedListings } from "@slipway/marketplace";

import { publicStandingOf } from "../evidence/public-standing.ts";
import type { Standing } from "../lifecycle/standing-state.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { ListedIntegration, Marketplace } from "./marketplace.ts";

/** The marketplace as it is at this moment: what was published, with what the programme says of it today. */
export async function viewMarketplace({
  database: { queries },
  clocks,
}: Pick<ProgrammeParts, "database" | "clocks">): Promise<Marketplace> {
  const at = clocks.installation.now();
  const listed = await publishedListings(queries);
  const sources = await loadSources(
    queries,
    listed.map(({ integrationId }) => integrationId),
  );
  const dueDates = await loadDueDates(queries, [...sources.values()]);
  const listings = listed.flatMap(({ integrationId, published }) => {
    const source = sources.get(integrationId);
    if (source === undefined) return [];
    const facts = standingFacts(source.standing, { dueDates, now: at });
    if (facts === undefined) return [];
    const { organisation, framework } = source;
    return [{ ...published, integrationId, organisation, framework, ...facts }];
  });
  return { at, listings: listings.toSorted(byPlace) };
}

function byPlace(left: ListedIntegration, right: ListedIntegration): number {
  return compareListings(placed(left), placed(right));
}

function placed(one: ListedIntegration): Parameters<typeof compareListings>[0] {
  const { designationInForce: designation, validatedAt, name, integrationId } = one;
  return { designation, validatedAt, name, integrationId };
}

interface Source {
  readonly organisation: string;
  readonly framework: string;
  readonly standing: Standing;
}

async function loadSources(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Source>> {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom("integration")
    .innerJoin("integration_standing", "integration_standing.integration_id", "integration.id")
    .select(["integration.id", "organisation", "framework", "state", "facts"])
    .where("integration.id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, organisation, framework, state, facts }) => {
      // Written by `saveStanding` from the same type.
      const standing = { kind: state, ...facts } as unknown as Standing;
      return [id, { organisation, framework, standing }];
    }),
  );
}

async function loadDueDates(
  queries: Queries,
  sources: readonly Source[],
): Promise<ReadonlyMap<string, Date>> {
  const ids = sources.flatMap(({ standing }) =>
    "deadlineId" in standing && isUuid(standing.deadlineId) ? [standing.deadlineId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await queries
    .selectFrom("deadline")
    .select(["id", "due_at"])
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.flatMap(({ id, due_at: dueAt }) => (dueAt === null ? [] : [[id, dueAt] as const])),
  );
}

type StandingFacts = Pick<
  ListedIntegration,
  "designation" | "designationInForce" | "standing" | "isAvailable" | "version" | "validatedAt"
>;

/** Undefined for what has no place in the marketplace: never designated, or removed. */
function standingFacts(
  standing: Standing,
  { dueDates, now }: { readonly dueDates: ReadonlyMap<string, Date>; readonly now: Date },
): StandingFacts | undefined {
  const last = standing.kind === "suspended" ? standing.before : standing;
  if (!("as" in last)) return undefined;
  const dueAt = "deadlineId" in standing ? dueDates.get(standing.deadlineId) : undefined;
  const shown = publicStandingOf(standing, { dueAt, now });
  if (shown === undefined) return undefined;
  const isInForce = shown.kind === "in-force" || shown.kind === "revalidation-due";
  return {
    designation: last.as,
    designationInForce: isInForce ? last.as : undefined,
    standing: shown,
    isAvailable: shown.kind !== "suspended",
    version: last.version,
    validatedAt: new Date(last.since),
  };
}
