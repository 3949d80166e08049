import type { Queries, Row } from "@slipway/database";
import { sql } from "kysely";

import type { ProgrammeParts } from "../programme-parts.ts";
import {
  OrganisationNameTakenProblem,
  OrganisationNotFoundProblem,
  OrganisationOfProgrammeProblem,
} from "./access.problems.ts";
import { reservedNames, type Organisation, type OrganisationKind } from "./organisation.ts";

export interface AddOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
}

/**
 * Adds an organisation; the same again returns the one there is. What was registered under its name before is its own from then on.
 */
export async function addOrganisation(
  { database: { queries }, clock, ids }: Pick<ProgrammeParts, "database" | "clock" | "ids">,
  { name, kind }: AddOrganisation,
): Promise<Organisation> {
  if (kind === "programme") throw new OrganisationOfProgrammeProblem();
  if (reservedNames.has(name.toLowerCase()))
    throw new OrganisationNameTakenProblem(name, "what integrations of nobody carry");
  await queries
    .insertInto("organisation")
    .values({ id: ids.uuid(), name, kind, created_at: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const known = await findOrganisation(queries, name);
  if (known === undefined || known.name !== name || known.kind !== kind)
    throw new OrganisationNameTakenProblem(
      name,
      known === undefined ? "taken" : `"${known.name}" (${known.kind})`,
    );
  return known;
}

/** Whatever the spelling. */
export async function findOrganisation(
  queries: Queries,
  name: string,
): Promise<Organisation | undefined> {
  const row = await queries
    .selectFrom("organisation")
    .selectAll()
    .where(sql`lower(name)`, "=", sql`lower(${name})`)
    .executeTakeFirst();
  return row === undefined ? undefined : organisationOf(row);
}

/** By its name; one that the caller may not see is answered like one that is not there: `ORGANISATION-NOT-FOUND`. */
export async function loadOrganisation(
  queries: Queries,
  name: string,
  seen: string | undefined,
): Promise<Organisation> {
  const row = await queries
    .selectFrom("organisation")
    .selectAll()
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined || (seen !== undefined && row.name !== seen))
    throw new OrganisationNotFoundProblem(name);
  return organisationOf(row);
}

/** By name; only the one that the caller may see, where it may see one alone. */
export async function listOrganisations(
  queries: Queries,
  seen: string | undefined,
): Promise<readonly Organisation[]> {
  const wanted = queries.selectFrom("organisation").selectAll();
  const rows = await (seen === undefined ? wanted : wanted.where("name", "=", seen))
    .orderBy("name")
    .execute();
  return rows.map(organisationOf);
}

function organisationOf(row: Row<"organisation">): Organisation {
  return { id: row.id, name: row.name, kind: row.kind, createdAt: row.created_at };
}
