import type { ProfileDoc, ProfileRef } from "@slipway/ats-model";
import type { PlannedEvent, PreparedExchange } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";

import type { ProfileStore } from "./profile.store.ts";

/** A change of one profile with everything that must stand or fall with it. */
export interface ProfileStatement {
  readonly ref: ProfileRef;
  /** On the tenant's clock. */
  readonly at: Date;
  readonly change:
    | { readonly kind: "create"; readonly doc: ProfileDoc }
    | { readonly kind: "update"; readonly doc: ProfileDoc; readonly version: number }
    | { readonly kind: "delete" };
  /** Profiles that must exist. */
  readonly linked: readonly ProfileRef[];
  readonly status?: { readonly node: string; readonly changedBy: number };
  readonly exchange?: PreparedExchange;
  readonly event?: PlannedEvent;
}

/**
 * Writes the profile, its status log, the record of the call, the event and its delivery in one statement, which is one round
 * trip and one commit. False, and nothing written, when the version has moved on, a linked profile does not exist, or the
 * workflow of that person and job exists already.
 */
export async function writeProfile(
  store: ProfileStore,
  statement: ProfileStatement,
): Promise<boolean> {
  const values: unknown[] = [store.customerId, statement.ref.noun, statement.ref.id];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = [changedPart(statement, bind), ...attachedParts(statement, bind)];
  const rows = await store
    .write<{ written: number }>({
      // The parts decide the text, so they name it.
      name: `write-profile-${parts.map((part) => part.code).join("")}`,
      text: `with ${parts.map((part) => `${part.name} as (${part.text})`).join(",\n")}
        select count(*)::int as written from changed_${statement.change.kind}`,
      values,
    })
    .catch(noRowWhenPairTaken);
  return rows[0]?.written === 1;
}

// An update that moves a workflow to a pair that has one already; inserts say `on conflict do nothing`.
function noRowWhenPairTaken(error: unknown): readonly [] {
  if (error instanceof Error && "constraint" in error && error.constraint === pairIndex) return [];
  throw error;
}

const pairIndex = "profile_workflow_pair";

interface Part {
  /** One letter: PostgreSQL keeps 63 of a statement's name. */
  readonly code: string;
  readonly name: string;
  readonly text: string;
}

type Bind = (value: unknown) => string;

function changedPart(statement: ProfileStatement, bind: Bind): Part {
  const { change, at, ref, linked } = statement;
  const linkedExist = linked.length === 0 ? undefined : linkedExistSql(linked, bind);
  // How much is linked to changes the text, and so the name.
  const code = `${change.kind.charAt(0)}${linkedCode(linked)}`;
  const name = `changed_${change.kind}`;
  switch (change.kind) {
    case "create": {
      const isPair = ref.noun === "applicantworkflows";
      return {
        code: isPair ? `${code}p` : code,
        name,
        text: `insert into profile (customer_id, type, id, doc, created_at, updated_at)
          select $1, $2, $3::bigint, ${bind(JSON.stringify(change.doc))}::jsonb, at, at
          from (select ${bind(at)}::timestamptz as at) as now
          ${linkedExist === undefined ? "" : `where ${linkedExist}`}
          ${isPair ? "on conflict do nothing" : ""} returning id`,
      };
    }
    case "update":
      return {
        code,
        name,
        text: `update profile set doc = ${bind(JSON.stringify(change.doc))}::jsonb,
            updated_at = ${bind(at)}::timestamptz, version = version + 1
          where customer_id = $1 and type = $2 and id = $3::bigint
            and version = ${bind(change.version)}::int and ${linkedExist ?? "true"}
          returning id`,
      };
    case "delete":
      return {
        code,
        name,
        text: `delete from profile where customer_id = $1 and type = $2 and id = $3::bigint returning id`,
      };
    default:
      return unreachable(change);
  }
}

function linkedCode({ length }: readonly ProfileRef[]): string {
  return length === 0 ? "" : `l${length > mostLookUps ? "" : length}`;
}

/** More are looked for as a list: each number of look-ups is a statement of its own, which connections keep. */
const mostLookUps = 4;

function linkedExistSql(linked: readonly ProfileRef[], bind: Bind): string {
  if (linked.length > mostLookUps) return listExistsSql(linked, bind);
  // By key, one after the other: the list costs twice as much (measured).
  return linked
    .map(
      ({ noun, id }) => `exists (
        select from profile where customer_id = $1 and type = ${bind(noun)} and id = ${bind(id)}::bigint)`,
    )
    .join(" and ");
}

function listExistsSql(linked: readonly ProfileRef[], bind: Bind): string {
  const types = bind(linked.map(({ noun }) => noun));
  const ids = bind(linked.map(({ id }) => id));
  return `not exists (
    select from unnest(${types}::text[], ${ids}::bigint[]) as wanted (type, id)
    where not exists (
      select from profile p where p.customer_id = $1 and p.type = wanted.type and p.id = wanted.id))`;
}

function attachedParts(statement: ProfileStatement, bind: Bind): readonly Part[] {
  const { status, exchange, event } = statement;
  const changed = `changed_${statement.change.kind}`;
  const rowOf = (code: string, table: string, row: object | undefined): readonly Part[] =>
    row === undefined
      ? []
      : [
          {
            code,
            name: `${table}_row`,
            text: `insert into ${table} select r.* from ${changed},
              jsonb_populate_record(null::${table}, ${bind(JSON.stringify(row))}::jsonb) r`,
          },
        ];
  return [
    ...(status === undefined
      ? []
      : [
          {
            code: "s",
            name: "status_row",
            text: `insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
              select $1, $3::bigint, ${bind(status.node)}, ${bind(statement.at)}::timestamptz, ${bind(status.changedBy)}::bigint from ${changed}`,
          },
        ]),
    ...rowOf("x", "exchange", exchange?.row),
    ...rowOf("b", "exchange_body", exchange?.bodyRow),
    ...rowOf("e", "event", event?.eventRow),
    ...rowOf("y", "delivery", event?.deliveryRow),
  ];
}
