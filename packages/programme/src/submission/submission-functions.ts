import type { ProgrammeParts } from "../programme-parts.ts";
import { confirmSlot, type ConfirmSlot } from "./confirm-slot.ts";
import { viewSubmission, type SubmissionView, type VersionPlace } from "./submission-view.ts";

/** What a submission holds beside its run, and who answers for it. */
export interface SubmissionFunctions {
  readonly viewSubmission: (place: VersionPlace) => Promise<SubmissionView>;
  /** Fails with `SUBMISSION-SLOT-NOT-FOUND`, `SUBMISSION-SLOT-EMPTY`, `SUBMISSION-FROZEN`. */
  readonly confirmSlot: (input: ConfirmSlot) => Promise<SubmissionView>;
}

export function submissionFunctions(parts: ProgrammeParts): SubmissionFunctions {
  return {
    viewSubmission: async (place) => viewSubmission(parts, place),
    confirmSlot: async (input) => confirmSlot(parts, input),
  };
}
