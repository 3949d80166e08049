import type { Check, FaultOwner } from "@slipway/conformance";

import { frameworkRegistry } from "./framework-registry.ts";
import { sharedChecks } from "./shared-checks/shared-checks.ts";

/** A check as `docs/checks.md` lists it. */
export interface RegisteredCheck {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly fault: FaultOwner;
  readonly scope: Check["scope"];
  /** Ids of the frameworks that judge by it: one, or several for a shared check. */
  readonly frameworks: readonly string[];
  /** Its page, relative to the package's `src`. */
  readonly page: string;
}

/** Every check of every framework, by id; one that several share is there once. */
export const checkRegistry: readonly RegisteredCheck[] = [...frameworksByCheck()]
  .map(([check, frameworks]) => registered(check, frameworks))
  .toSorted((one, other) => (one.id < other.id ? -1 : 1));

function frameworksByCheck(): ReadonlyMap<Check, readonly string[]> {
  const found = new Map<Check, string[]>();
  for (const { framework } of frameworkRegistry)
    for (const check of framework.checks)
      found.set(check, [...(found.get(check) ?? []), framework.id]);
  return found;
}

function registered(check: Check, frameworks: readonly string[]): RegisteredCheck {
  const { id, version, title, fault, scope } = check;
  const tail = id.slice(id.indexOf(".") + 1);
  const folder = sharedChecks.includes(check) ? "shared-checks" : `${frameworks[0]}/checks`;
  return { id, version, title, fault, scope, frameworks, page: `${folder}/${tail}.check.md` };
}
