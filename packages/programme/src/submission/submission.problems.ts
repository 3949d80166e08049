import { Problem } from "@slipway/foundation";

/** The guide names no such piece of collateral. */
export class CollateralSlotNotFoundProblem extends Problem {
  constructor(slot: string, known: readonly string[]) {
    super({
      code: "COLLATERAL-SLOT-NOT-FOUND",
      status: 404,
      message: `Expected one of the slots ${known.join(", ")}, found ${slot.slice(0, 60)}.`,
    });
  }
}

/** The slot holds no file, or none is on its way into it. */
export class CollateralFileNotFoundProblem extends Problem {
  constructor(slot: string, isUpload: boolean) {
    const [what, next] = isUpload
      ? ["an upload that was begun", "Begin one with its name, media type, length and SHA-256."]
      : ["a whole file", "Upload one."];
    super({
      code: "COLLATERAL-FILE-NOT-FOUND",
      status: 404,
      message: `Expected ${what} in the slot ${slot}, found none. ${next}`,
    });
  }
}

/** The slot does not take this file, or this part of it. */
export class CollateralFileUnfitProblem extends Problem {
  constructor(slot: string, { expected, found }: { expected: string; found: string }) {
    super({
      code: "COLLATERAL-FILE-UNFIT",
      status: 422,
      message: `Expected ${expected} in the slot ${slot}, found ${found}.`,
    });
  }
}

/** All parts are there, and together they are not the file that was announced. */
export class CollateralDigestDifferentProblem extends Problem {
  constructor(slot: string, { expected, found }: { expected: string; found: string }) {
    super({
      code: "COLLATERAL-DIGEST-DIFFERENT",
      status: 422,
      message: `Expected the file in the slot ${slot} to have the SHA-256 ${expected} that was announced, found ${found}. Send the parts again.`,
    });
  }
}

/** What was submitted is what is decided about. */
export class SubmissionFrozenProblem extends Problem {
  constructor(number: number, state: string, what: string) {
    const next =
      state === "submitted"
        ? "Withdraw the submission (withdraw-submission), or wait until corrections are asked."
        : "Begin another version.";
    super({
      code: "SUBMISSION-FROZEN",
      status: 409,
      message: `Expected version ${number} to be on its way to a submission for ${what} to be changed, found it ${state}. ${next}`,
    });
  }
}
