import { isPassingTrouble } from "@slipway/database";
import { Problem } from "@slipway/foundation";

import { refuse } from "./call/refuse.ts";
import type { Arrival } from "./call/arrival.ts";
import type { FinishedAnswer } from "./call/answer.ts";
import { emptyNotes, type Call } from "./call/call.ts";
import { finishAnswer } from "./call/finish-answer.ts";
import { internalError, SandboxProblem, unavailable } from "./call/sandbox.problems.ts";
import type { CallRecorder } from "./recording/call-recorder.ts";
import type { Endpoint } from "./request-pipeline.ts";

export interface AnswerParts {
  readonly records: CallRecorder;
  readonly onBug: (bug: unknown, transactionId: string) => void;
}

/**
 * Takes a call through its steps to an answer that is recorded: an answer leaves only when its record is durable. A problem
 * becomes the vendor's refusal, anything else that is thrown is our fault: status 500, code 0.
 */
export async function answerCall(
  arrival: Arrival,
  steps: Endpoint["steps"],
  { records, onBug }: AnswerParts,
): Promise<FinishedAnswer> {
  const call: Call = { arrival, notes: emptyNotes() };
  const refused = (thrown: unknown): FinishedAnswer => {
    if (thrown instanceof SandboxProblem) return finishAnswer(call, refuse(thrown));
    onBug(thrown, arrival.transactionId);
    return finishAnswer(call, refuse(isAway(thrown) ? unavailable(thrown) : internalError(thrown)));
  };
  try {
    const { answer } = await steps
      .run(call)
      .catch((thrown: unknown) => ({ answer: refused(thrown) }));
    if (answer.recorded !== true) await records.record(call, answer);
    return answer;
  } catch (thrown) {
    // What could not be recorded is not answered with what it asked for.
    return refused(thrown);
  }
}

function isAway(thrown: unknown): boolean {
  return thrown instanceof Problem ? thrown.status === 503 : isPassingTrouble(thrown);
}
