import type { Exchange, ExchangeId, FieldUse } from "@slipway/exchange";

import type { ManifestEntry } from "../check.ts";
import { covers, fieldUses, type FieldUseOfCall } from "./field-uses.ts";

/** One field as it was declared and as it was used; counts are of calls. */
export interface ObservedField {
  readonly profileType: string;
  readonly field: string;
  /** By the entry that covers it; null when none does. */
  readonly declared: "read" | "read-write" | null;
  readonly requested: number;
  /** In an answer only because the call named no fields. */
  readonly deliveredByDefault: number;
  readonly written: number;
  readonly writeRefused: number;
  readonly finding: FieldFinding;
  /** The first of them. */
  readonly exchanges: readonly ExchangeId[];
}

/**
 * - `as-declared`: used, and declared so.
 * - `read-undeclared`, `written-undeclared`: used beyond the manifest, also where the ATS refused it.
 * - `delivered-by-default`: not declared and not asked for; name the fields that are needed in `fields=`.
 * - `not-used`, `not-written`: declared and never used, or never written.
 */
export type FieldFinding =
  | "as-declared"
  | "read-undeclared"
  | "written-undeclared"
  | "delivered-by-default"
  | "not-used"
  | "not-written";

const namedExchanges = 5;

/** Every field that the calls used or the manifest declares, by profile type and field. */
export function observeManifest(
  calls: readonly Exchange[],
  manifest: readonly ManifestEntry[],
): readonly ObservedField[] {
  const uses = fieldUses(calls, manifest);
  const byKey = Map.groupBy(uses, ({ key }) => key);
  const declaredKeys = manifest.map(({ profileType, field }) => `${profileType}.${field}`);
  const keys = new Set([...declaredKeys, ...byKey.keys()]);
  // Compared as they are: the order may not depend on where it is made.
  return [...keys].toSorted().map((key) => observed(key, { uses, manifest }));
}

interface Observations {
  readonly uses: readonly FieldUseOfCall[];
  readonly manifest: readonly ManifestEntry[];
}

function observed(key: string, { uses, manifest }: Observations): ObservedField {
  const dot = key.indexOf(".");
  const own = uses.filter((use) => use.key === key);
  const entry = manifest.find((one) => covers(one, key));
  const counts = {
    requested: countOf(own, "requested"),
    deliveredByDefault: countOf(own, "delivered-by-default"),
    written: countOf(own, "written"),
    writeRefused: countOf(own, "write-refused"),
  };
  const isEntry = manifest.some(({ profileType, field }) => key === `${profileType}.${field}`);
  return {
    profileType: key.slice(0, dot),
    field: key.slice(dot + 1),
    declared: entry?.access ?? null,
    ...counts,
    finding:
      useFinding(entry, counts) ??
      (isEntry && entry !== undefined ? declarationFinding(entry, uses) : "as-declared"),
    exchanges: [...new Set(own.map(({ call }) => call.id))].slice(0, namedExchanges),
  };
}

type Counts = Pick<ObservedField, "requested" | "deliveredByDefault" | "written" | "writeRefused">;

/** What was used beyond the declaration; undefined when nothing was. */
function useFinding(entry: ManifestEntry | undefined, counts: Counts): FieldFinding | undefined {
  if (counts.written + counts.writeRefused > 0 && entry?.access !== "read-write")
    return "written-undeclared";
  if (entry !== undefined) return undefined;
  return counts.requested > 0 ? "read-undeclared" : "delivered-by-default";
}

/** What was declared beyond the use. A collection is used through its children. */
function declarationFinding(entry: ManifestEntry, uses: readonly FieldUseOfCall[]): FieldFinding {
  const own = uses.filter(({ key }) => covers(entry, key));
  if (own.length === 0) return "not-used";
  return entry.access === "read-write" && !own.some(({ how }) => how === "written")
    ? "not-written"
    : "as-declared";
}

function countOf(uses: readonly FieldUseOfCall[], how: FieldUse): number {
  return new Set(uses.filter((use) => use.how === how).map(({ call }) => call)).size;
}
