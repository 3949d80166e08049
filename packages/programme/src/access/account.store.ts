import type { Queries } from "@slipway/database";
import { isUuid } from "@slipway/foundation";

import type { ProgrammeParts } from "../programme-parts.ts";
import {
  AccountNameTakenProblem,
  AccountNotFoundProblem,
  GrantBeyondOwnProblem,
  RoleUnfitProblem,
} from "./access.problems.ts";
import { roleOf, seenBy, type Account, type Caller } from "./caller.ts";
import { loadOrganisation } from "./organisation.store.ts";
import { rolesOfKind, type AccountRole, type OrganisationKind } from "./organisation.ts";

export interface AddAccount {
  readonly organisation: string;
  readonly name: string;
  readonly role: AccountRole;
}

/** Gives a person a place in an organisation; the same again returns the one there is. Operators are made by operators. */
export async function addAccount(
  { database: { queries }, clock, ids }: Pick<ProgrammeParts, "database" | "clock" | "ids">,
  caller: Caller,
  { organisation: organisationName, name, role }: AddAccount,
): Promise<Account> {
  const organisation = await loadOrganisation(queries, organisationName, seenBy(caller));
  const fitting = rolesOfKind[organisation.kind];
  if (!fitting.includes(role)) throw new RoleUnfitProblem(role, organisation.kind, fitting);
  checkGrants(caller, role);
  await queries
    .insertInto("account")
    .values({
      id: ids.uuid(),
      organisation_id: organisation.id,
      name,
      role,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(["organisation_id", "name"]).doNothing())
    .execute();
  const known = accountOf(
    await accounts(queries)
      .where("account.organisation_id", "=", organisation.id)
      .where("account.name", "=", name)
      .executeTakeFirstOrThrow(),
  );
  if (known.role !== role) throw new AccountNameTakenProblem(name, known.role);
  return known;
}

/** Nobody makes an operator, or a token in an operator's name, without being one. */
export function checkGrants(caller: Caller, role: AccountRole): void {
  if (role === "operator" && roleOf(caller) !== "operator")
    throw new GrantBeyondOwnProblem("the role operator");
}

/** By organisation and name; only those of the organisation that the caller may see, where it may see one alone. */
export async function listAccounts(
  queries: Queries,
  seen: string | undefined,
): Promise<readonly Account[]> {
  const wanted = accounts(queries);
  const rows = await (seen === undefined ? wanted : wanted.where("organisation.name", "=", seen))
    .orderBy("organisation.name")
    .orderBy("account.name")
    .execute();
  return rows.map(accountOf);
}

/** Fails with `ACCOUNT-NOT-FOUND`. */
export async function loadAccount(queries: Queries, id: string): Promise<Account> {
  const row = isUuid(id)
    ? await accounts(queries).where("account.id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new AccountNotFoundProblem(id);
  return accountOf(row);
}

const accounts = (queries: Queries) =>
  queries
    .selectFrom("account")
    .innerJoin("organisation", "organisation.id", "account.organisation_id")
    .selectAll("account")
    .select(["organisation.name as organisation_name", "organisation.kind as organisation_kind"]);

function accountOf(row: {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly created_at: Date;
  readonly organisation_name: string;
  readonly organisation_kind: OrganisationKind;
}): Account {
  return {
    id: row.id,
    name: row.name,
    // Written by `addAccount` alone.
    role: row.role as AccountRole,
    organisation: { name: row.organisation_name, kind: row.organisation_kind },
    createdAt: row.created_at,
  };
}
