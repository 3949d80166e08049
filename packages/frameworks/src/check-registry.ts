import type { Check, FaultOwner, Framework } from "@slipway/conformance";

import { primeAssessment } from "./prime-assessment/prime-assessment.framework.ts";

/** A check as `docs/checks.md` lists it. */
export interface RegisteredCheck {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly fault: FaultOwner;
  readonly scope: Check["scope"];
  /** Id of the framework that it belongs to. */
  readonly framework: string;
  /** Its page, relative to the package's `src`. */
  readonly page: string;
}

/** Every check of every framework, by id. */
export const checkRegistry: readonly RegisteredCheck[] = [primeAssessment]
  .flatMap((framework) => framework.checks.map((check) => registered(check, framework)))
  .toSorted((one, other) => (one.id < other.id ? -1 : 1));

function registered(
  { id, version, title, fault, scope }: Check,
  framework: Framework,
): RegisteredCheck {
  const tail = id.slice(id.indexOf(".") + 1);
  const page = `${framework.id}/checks/${tail}.check.md`;
  return { id, version, title, fault, scope, framework: framework.id, page };
}
