import { Problem } from "@slipway/foundation";

/** A submission holds nothing of this name that is confirmed. */
export class SubmissionSlotNotFoundProblem extends Problem {
  constructor(slot: string, known: readonly string[]) {
    super({
      code: "SUBMISSION-SLOT-NOT-FOUND",
      status: 404,
      message: `Expected one of the slots ${known.join(", ")}, found ${slot.slice(0, 60)}.`,
    });
  }
}

/** There is nothing yet that could be confirmed. */
export class SubmissionSlotEmptyProblem extends Problem {
  constructor({ title, toDo }: { readonly title: string; readonly toDo: string }) {
    super({
      code: "SUBMISSION-SLOT-EMPTY",
      status: 409,
      message: `Expected ${title} to be there before it is confirmed, found none. ${toDo}`,
    });
  }
}

/** What was submitted is what is decided about. */
export class SubmissionFrozenProblem extends Problem {
  constructor(number: number, state: string) {
    const next =
      state === "submitted"
        ? "Withdraw the submission (withdraw-submission), or wait until corrections are asked."
        : "Begin another version.";
    super({
      code: "SUBMISSION-FROZEN",
      status: 409,
      message: `Expected version ${number} to be on its way to a submission for something to be confirmed, found it ${state}. ${next}`,
    });
  }
}
