import type { ProfileDoc, ProfileRef } from "@slipway/ats-model";
import type { PlannedEvent, PreparedExchange } from "@slipway/exchange";
import { unreachable } from "@slipway/foundation";

import type { ProfileStore } from "./profile.store.ts";

/** A line of a workflow's status log. */
export interface StatusEntry {
  readonly node: string;
  readonly changedBy: number;
}

/** A change of a profile that exists, with everything that must stand or fall with it. */
export interface ProfileStatement {
  readonly ref: ProfileRef;
  /** On the tenant's clock. */
  readonly at: Date;
  readonly change:
    | { readonly kind: "update"; readonly doc: ProfileDoc; readonly version: number }
    | { readonly kind: "delete" };
  /** Profiles that must exist. */
  readonly linked: readonly ProfileRef[];
  readonly status?: StatusEntry;
  readonly exchange?: PreparedExchange;
  readonly event?: PlannedEvent;
}

/**
 * Writes the profile, its status log, the record of the call, the event and its delivery in one statement, which is one round
 * trip and one commit. False, and nothing written, when the version has moved on, a linked profile does not exist, or another
 * workflow of that person and job exists.
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

// An update that moves a workflow to a pair that has one already.
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
  const { change, at, linked } = statement;
  const linkedExist = linked.length === 0 ? "true" : linkedExistSql(linked, bind);
  const code = `${change.kind.charAt(0)}${linked.length === 0 ? "" : "l"}`;
  const name = `changed_${change.kind}`;
  switch (change.kind) {
    case "update":
      return {
        code,
        name,
        text: `update profile set doc = ${bind(JSON.stringify(change.doc))}::jsonb,
            updated_at = ${bind(at)}::timestamptz, version = version + 1
          where customer_id = $1 and type = $2 and id = $3::bigint
            and version = ${bind(change.version)}::int and ${linkedExist}
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

function linkedExistSql(linked: readonly ProfileRef[], bind: Bind): string {
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
