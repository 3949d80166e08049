import type { Row } from "@slipway/database";
import type { RunId, SandboxId } from "@slipway/exchange";
import { readJson, unreachable, type JsonReader } from "@slipway/foundation";

import type { Declaration, TenantFacts } from "../check.ts";
import { parsePackSettings } from "./parse-pack.ts";
import { parseRunCases } from "./run-case.ts";
import { parseRunPart } from "./run-part.ts";
import type { Run, RunState } from "./run.ts";

/** A run from its row; fails where a column does not hold what `insertRun` writes. */
export function parseRun(row: Row<"run">): Run {
  const settings = readJson(row.settings, `settings of run ${row.id}`);
  const tenants = settings.at("tenants");
  return {
    // The table's ids are those of runs, and refer to sandboxes.
    id: row.id as RunId,
    sandboxId: row.sandbox_id as SandboxId,
    framework: row.framework,
    packId: row.pack_id,
    packVersion: row.pack_version,
    settings: parsePackSettings(settings.at("pack")),
    tenants: { a: parseTenant(tenants.at("a")), b: parseTenant(tenants.at("b")) },
    preflight: settings.at("preflight").object(),
    declaration: parseDeclaration(readJson(row.declaration, `declaration of run ${row.id}`)),
    ...(row.selection === null
      ? {}
      : { part: parseRunPart(readJson(row.selection, `selection of run ${row.id}`)) }),
    ...(row.cases === null
      ? {}
      : { cases: parseRunCases(readJson(row.cases, `cases of run ${row.id}`)) }),
    startedAt: row.started_at,
    state: parseRunState(row),
  };
}

/** Where a run stands. */
export function parseRunState(
  row: Pick<Row<"run">, "state" | "ended_because" | "finished_at" | "started_at">,
): RunState {
  const at = row.finished_at ?? row.started_at;
  switch (row.state) {
    case "driving":
      return { kind: "driving" };
    case "judging":
      return { kind: "judging", as: row.ended_because === "cancelled" ? "cancelled" : "finished" };
    case "finished":
      return {
        kind: "finished",
        at,
        because: row.ended_because === "given-up" ? "given-up" : "completed",
      };
    case "cancelled":
      return { kind: "cancelled", at };
    default:
      return unreachable(row.state);
  }
}

function parseTenant(stored: JsonReader): TenantFacts {
  return {
    customerId: stored.at("customerId").text(),
    publicBase: stored.at("publicBase").text(),
    labels: stored.at("labels").record((label) => label.text()),
  };
}

function parseDeclaration(stored: JsonReader): Declaration {
  const addsTestPackage = stored.at("addsTestPackage").optional((adds) => adds.flag());
  return {
    ...(addsTestPackage === undefined ? {} : { addsTestPackage }),
    completesTestOrders: stored.at("completesTestOrders").flag(),
    supportsCancel: stored.at("supportsCancel").flag(),
    manifest: stored.at("manifest").list((entry) => ({
      profileType: entry.at("profileType").text(),
      field: entry.at("field").text(),
      access: entry.at("access").oneOf(["read", "read-write"]),
      required: entry.at("required").flag(),
    })),
    wordings: stored
      .at("wordings")
      .record((wordings) => wordings.list((wording) => wording.text())),
  };
}
