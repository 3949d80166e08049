import { vendorErrors, type Finding, type Tenant } from "@slipway/ats-model";

import { SandboxProblem } from "../../call/sandbox.problems.ts";

/** One fault rejects the whole query (DOC); its number and status are not known, so the number is a tenant switch. */
export function searchInvalid(findings: readonly Finding[], { settings }: Tenant): SandboxProblem {
  const { status } = vendorErrors.searchInvalid;
  const code = Number(settings.switches.searchErrorCode);
  return new SandboxProblem({
    code: "SANDBOX-SEARCH-INVALID",
    status,
    items: findings.map(({ message }) => ({ code, message })),
  });
}
