import { Problem } from "@slipway/foundation";

/** No sandbox has this id. */
export class SandboxNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "SANDBOX-NOT-FOUND",
      status: 404,
      message: `Expected the id of a sandbox, found none with id ${id}. List the integrations to see their sandboxes.`,
    });
  }
}

/** The integration has its sandbox already. */
export class SandboxExistsProblem extends Problem {
  constructor(integrationName: string, sandboxId: string) {
    super({
      code: "SANDBOX-EXISTS",
      status: 409,
      message: `Expected an integration without a sandbox, found that "${integrationName}" has sandbox ${sandboxId}. Use that one: an integration has one sandbox, a pair of tenants of its own.`,
      detail: { sandboxId },
    });
  }
}

/** The programme of this installation gives a sandbox to approved designs alone. */
export class SandboxBeforeApprovalProblem extends Problem {
  constructor(integrationId: string, name: string) {
    super({
      code: "SANDBOX-BEFORE-APPROVAL",
      status: 409,
      message: `Expected an integration whose design was approved, found that "${name}" has no approved design. Here the approval makes the sandbox: save the design, submit it ("slipway integration move ${integrationId} submit-design"), and once it is approved issue the credentials of its two tenants.`,
    });
  }
}

export interface WrongCallerAddress {
  /** Counted from 1. */
  readonly place: number;
  readonly entry: string;
  readonly expected: string;
}

/** The list of addresses has entries that are none. Names all of them. */
export class CallerAddressesInvalidProblem extends Problem {
  constructor(wrong: readonly WrongCallerAddress[]) {
    const told = wrong.map(
      ({ place, entry, expected }) =>
        `entry ${place}: expected ${expected}, found ${JSON.stringify(entry)}`,
    );
    super({
      code: "CALLER-ADDRESSES-INVALID",
      status: 400,
      message: `Expected a list of addresses from where the user may call, found ${told.join("; ")}. Nothing was changed.`,
    });
  }
}

/** No tenant of ours has this customer id. */
export class TenantNotFoundProblem extends Problem {
  constructor(customerId: string) {
    super({
      code: "TENANT-NOT-FOUND",
      status: 404,
      message: `Expected the customer id of a tenant, found none with id ${customerId}. A sandbox names the ids of its two tenants.`,
    });
  }
}

/** Rules of login groups name what the tenant does not have; every fault is told. Nothing was changed. */
export class LoginGroupsInvalidProblem extends Problem {
  constructor(faults: readonly string[]) {
    super({
      code: "LOGIN-GROUPS-INVALID",
      status: 400,
      message: `Expected login groups whose rules name what the tenant has. ${faults.join(". ")}. Nothing was changed; correct these and send the groups again.`,
      detail: { faults },
    });
  }
}

/** Switches were named that there are not, or settings that a switch does not have; every fault is told. Nothing was changed. */
export class SwitchesInvalidProblem extends Problem {
  constructor(faults: readonly string[]) {
    super({
      code: "SWITCHES-INVALID",
      status: 400,
      message: `Expected settings of switches that a tenant has. ${faults.join(". ")}. Nothing was changed; correct these and send them again.`,
      detail: { faults },
    });
  }
}
