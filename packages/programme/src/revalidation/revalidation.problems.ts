import { Problem } from "@slipway/foundation";

/** No revalidation has this id. */
export class RevalidationNotFoundProblem extends Problem {
  constructor(id: string) {
    super({
      code: "REVALIDATION-NOT-FOUND",
      status: 404,
      message: `Expected the id of a revalidation, found none with id ${id}. List the revalidations to see theirs.`,
    });
  }
}

/** It has ended: nothing can be done with it any more. */
export class RevalidationEndedProblem extends Problem {
  constructor(id: string, state: string) {
    super({
      code: "REVALIDATION-ENDED",
      status: 409,
      message: `Expected a revalidation that is open, found ${id} ${state}. Open another if the integration has to prove itself again.`,
    });
  }
}

/** The deadline belongs to a revalidation, and moves with the integration's standing alone. */
export class DeadlineOfRevalidationProblem extends Problem {
  constructor(deadlineId: string, revalidationId: string) {
    super({
      code: "DEADLINE-OF-REVALIDATION",
      status: 409,
      message: `Expected a deadline that stands by itself, found ${deadlineId}, by which revalidation ${revalidationId} is asked for. Extend it with the event extend-deadline of the integration, or withdraw the revalidation; an approved one clears it when the integration is designated.`,
    });
  }
}
