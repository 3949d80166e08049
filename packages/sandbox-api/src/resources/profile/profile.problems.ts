import {
  isFindings,
  vendorErrors,
  type Finding,
  type Tenant,
  type VendorProblem,
} from "@slipway/ats-model";

import { notFound, SandboxProblem, unreadableBody } from "../../call/sandbox.problems.ts";

/** No such profile in the caller's own customer. */
export function profileNotFound(noun: string): SandboxProblem {
  return notFound(`there is no such profile among the ${noun}`);
}

/** It exists, but the API user may not see it: the status of an unknown one, and a code of its own (DOC). */
export function resourceHidden(tenant: Tenant, what: string): SandboxProblem {
  const denied = tenant.settings.switches.hidden404Code === "3";
  const { code, status } = denied
    ? vendorErrors.resourceAccessDenied
    : vendorErrors.resourceNotFound;
  return new SandboxProblem({
    code: "SANDBOX-RESOURCE-HIDDEN",
    status,
    items: [
      { code, message: `The requested resource was not found: ${what} may not be accessed.` },
    ],
  });
}

/** Required fields that a write would leave empty: one error each, all at once (DOC). */
export function fieldsRequired(fields: readonly string[]): SandboxProblem {
  const { code, status } = vendorErrors.fieldRequired;
  return new SandboxProblem({
    code: "SANDBOX-FIELD-REQUIRED",
    status,
    items: fields.map((field) => ({ code, field, message: "Expected a value, found none." })),
  });
}

/** Values that do not fit: one error each, all at once. */
export function fieldsInvalid(findings: readonly Finding[], tenant: Tenant): SandboxProblem {
  const [first] = findings;
  if (first?.code === "not-an-object" && first.path === "")
    return unreadableBody(`${first.message}.`);
  const { status } = vendorErrors.fieldInvalid;
  return new SandboxProblem({
    code: "SANDBOX-FIELD-INVALID",
    status,
    items: findings.map((finding) => problemOf(finding, invalidCode(tenant))),
  });
}

/** The parsed value, or the refusal of what was found. */
export function accepted<Parsed extends object>(
  parsed: Parsed | readonly Finding[],
  tenant: Tenant,
): Parsed {
  if (isFindings(parsed)) throw fieldsInvalid(parsed, tenant);
  return parsed;
}

/** The same person has applied for the same job before; what the vendor answers is not known, so the tenant's switch says. */
export class WorkflowDuplicateProblem extends SandboxProblem {
  readonly existingId: number;

  constructor(tenant: Tenant, existingId: number) {
    const { code, status } = vendorErrors.duplicate;
    const message = `Expected a person and job without a workflow, found workflow ${existingId} for them. Update that one.`;
    super({
      code: "SANDBOX-WORKFLOW-DUPLICATE",
      status: tenant.settings.switches.duplicateWorkflow === "error-409" ? status : 400,
      items: [{ code, message }],
    });
    this.existingId = existingId;
  }
}

/** What was let pass, as the answer warns of it. */
export function warningsOf(findings: readonly Finding[]): readonly VendorProblem[] {
  return findings.map((finding) => problemOf(finding, vendorErrors.fieldNameWarning.code));
}

function invalidCode(tenant: Tenant): number {
  return tenant.settings.switches.invalidValueCode === "4"
    ? vendorErrors.fieldInvalid.code
    : vendorErrors.badRequest.code;
}

function problemOf({ path, code, message }: Finding, number: number): VendorProblem {
  return {
    code: code === "value-required" ? vendorErrors.fieldRequired.code : number,
    message: message.endsWith(".") ? message : `${message}.`,
    ...(path === "" ? {} : { field: path }),
  };
}
