import { Problem } from "@slipway/foundation";

/** No deadline has this id. */
export class DeadlineNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "DEADLINE-NOT-FOUND",
      status: 404,
      message: `Expected the id of a deadline, found none with id ${id}. List the deadlines to see theirs.`,
    });
  }
}

/** The integration has this deadline already. */
export class DeadlineExistsProblem extends Problem {
  constructor(kind: string, subject: string) {
    super({
      code: "DEADLINE-EXISTS",
      status: 409,
      message: `Expected an integration without an open deadline of kind ${kind} for "${subject}", found that it has one. Extend or clear that one, or name what this one is for.`,
    });
  }
}

/** The deadline is not in a state in which this can be done. */
export class DeadlineStateProblem extends Problem {
  constructor(wanted: string, found: string, allowed: readonly string[]) {
    super({
      code: "DEADLINE-STATE-WRONG",
      status: 409,
      message: `Expected a deadline that is ${allowed.join(" or ")} to be ${wanted}, found one that is ${found}.`,
    });
  }
}

/** The date is not one that the deadline can have. */
export class DeadlineDateProblem extends Problem {
  constructor(expected: string, found: Date) {
    super({
      code: "DEADLINE-DATE-WRONG",
      status: 422,
      message: `Expected ${expected}, found ${found.toISOString()}. Dates are in UTC, on the installation's clock ("slipway clock show").`,
    });
  }
}

/** What this kind of deadline counts from was not given, or given where there is none. */
export class DeadlineReleaseProblem extends Problem {
  constructor(kind: string) {
    const isFeature = kind === "mandatory-feature";
    super({
      code: "DEADLINE-RELEASE-WRONG",
      status: 422,
      message: isFeature
        ? "Expected the date of the release with a deadline for a mandatory feature, which is due one year after it, found none."
        : "Expected no date of a release with a deadline for a revalidation, which counts from the acceptance of its notice, found one.",
    });
  }
}
