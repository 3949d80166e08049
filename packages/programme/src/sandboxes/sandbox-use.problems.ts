import { Problem } from "@slipway/foundation";

import type { Actor } from "../lifecycle/actor.ts";

/** The policy was read in another version than the one that holds. */
export class PolicyVersionProblem extends Problem {
  constructor(found: number, current: number) {
    super({
      code: "SANDBOX-POLICY-VERSION",
      status: 409,
      message: `Expected the sandbox policy's version ${current}, found ${found}. Read the one that holds ("slipway sandbox show"), then accept it.`,
      detail: { current },
    });
  }
}

/** The policy is the partner's to accept, by a named person of its own. */
export class NotThePartnersProblem extends Problem {
  constructor({ name, organisation }: Actor, partner: string) {
    super({
      code: "SANDBOX-POLICY-NOT-YOURS",
      status: 403,
      message: `Expected a person of "${partner}" to accept the sandbox policy, found "${name}" of "${organisation}". Ask the partner to accept it.`,
    });
  }
}

/** A sandbox is the programme's to withdraw and to restore. */
export class NotTheProgrammesProblem extends Problem {
  constructor({ name, organisation }: Actor) {
    super({
      code: "SANDBOX-USE-NOT-YOURS",
      status: 403,
      message: `Expected a person of the programme to withdraw or restore a sandbox, found "${name}" of "${organisation}". Ask Developer Support.`,
    });
  }
}

/** It is withdrawn already, or is not withdrawn. */
export class SandboxUseUnchangedProblem extends Problem {
  constructor(sandboxId: string, withdrawn: boolean) {
    const [expected, found] = withdrawn
      ? ["a sandbox in use", "is withdrawn already"]
      : ["a withdrawn sandbox", "is not withdrawn"];
    super({
      code: "SANDBOX-USE-UNCHANGED",
      status: 409,
      message: `Expected ${expected}, found that sandbox ${sandboxId} ${found}. Nothing was changed.`,
    });
  }
}
