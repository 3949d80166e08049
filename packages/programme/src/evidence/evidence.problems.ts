import { Problem } from "@slipway/foundation";

/** No validation of the version was approved, so that there is nothing to prove. */
export class EvidenceUndecidedProblem extends Problem {
  constructor(integrationId: string, version: number) {
    super({
      code: "EVIDENCE-UNDECIDED",
      status: 409,
      message: `Expected version ${version} of integration ${integrationId} to have an approved validation whose basis is on record, found none. Evidence is kept from the decision on: approve the validation first.`,
    });
  }
}

/** Nobody has built the bundle yet. */
export class EvidenceUnbuiltProblem extends Problem {
  constructor(integrationId: string, version: number | string) {
    super({
      code: "EVIDENCE-UNBUILT",
      status: 404,
      message: `Expected an evidence bundle of version ${version} of integration ${integrationId}, found none. Build it with "slipway evidence build".`,
    });
  }
}

/** An exchange that the run took as evidence is not on record any more. */
export class EvidenceIncompleteProblem extends Problem {
  constructor(runId: string, expected: number, found: number) {
    super({
      code: "EVIDENCE-INCOMPLETE",
      status: 409,
      message: `Expected the ${expected} exchanges that run ${runId} took as evidence, found ${found}: the others are not on record any more. A bundle without them would prove less than it says; restore them from a backup.`,
    });
  }
}

/** No key has this id. */
export class EvidenceKeyNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "EVIDENCE-KEY-NOT-FOUND",
      status: 404,
      message: `Expected the id of a key that signs or has signed evidence, found ${JSON.stringify(id)}. "slipway evidence keys" lists them.`,
    });
  }
}

/** The key was revoked before. */
export class EvidenceKeyRevokedProblem extends Problem {
  constructor(id: string, at: Date) {
    super({
      code: "EVIDENCE-KEY-REVOKED",
      status: 409,
      message: `Expected a key that is not revoked, found that ${id} was revoked at ${at.toISOString()}. A revocation stays.`,
    });
  }
}

/** Nothing that was ever designated has this address. */
export class VerificationNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "VERIFICATION-NOT-FOUND",
      status: 404,
      message: `Expected the address of an integration that is or was designated, found ${JSON.stringify(id)}. Whoever shows you a designation under this address shows what this programme did not give.`,
    });
  }
}
