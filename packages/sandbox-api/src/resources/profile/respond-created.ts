import {
  profileUrl,
  type ProfileNoun,
  type ProfileRef,
  type ProfileWrite,
} from "@slipway/ats-model";

import { createdAnswer, type FinishedAnswer } from "../../call/answer.ts";
import type { SessionCall } from "../../call/call.ts";
import { finishAnswer } from "../../call/finish-answer.ts";
import type { Answered, Step } from "../../call/steps-of.ts";
import { notedAsCreated } from "../../recording/noted-as-created.ts";
import { createProfile } from "./create-profile.ts";
import { warningsOf, WorkflowDuplicateProblem } from "./profile.problems.ts";
import { writingOf, type WritingParts } from "./writing-of.ts";

interface Needs extends Pick<SessionCall, "session"> {
  readonly noun: ProfileNoun;
  readonly write: ProfileWrite;
}

/** Writes the new profile and answers 201 with its address and an empty body (PAY). */
export function respondCreated(parts: WritingParts): Step<Needs, Answered> {
  const answerFor = (call: SessionCall & Needs, id: number): FinishedAnswer => {
    const location = profileUrl(call.session.tenant, call.noun, id);
    return finishAnswer(call, createdAnswer(location, warningsOf(call.write.warnings)));
  };

  return async (call) => {
    const { session, noun, write } = call;
    if (write.newNodes.length > 0) await parts.addListNodes(session.tenant, write.newNodes);
    let answer: FinishedAnswer | undefined;
    const exchangeOf = async (ref: ProfileRef, doc: Parameters<typeof notedAsCreated>[2]) => {
      answer = answerFor(call, ref.id);
      return parts.records.prepare(notedAsCreated(call, ref, doc), answer);
    };
    try {
      const ref = await createProfile(writingOf(parts, session), { noun, write, exchangeOf });
      return { answer: { ...(answer ?? answerFor(call, ref.id)), recorded: true } };
    } catch (problem) {
      const existing = existingInstead(problem, session);
      if (existing === undefined) throw problem;
      return { answer: answerFor(call, existing) };
    }
  };
}

// One way in which a second POST for a person and job may turn out: success, with the address of the first (UNK).
function existingInstead(problem: unknown, { tenant }: SessionCall["session"]): number | undefined {
  return problem instanceof WorkflowDuplicateProblem &&
    tenant.settings.switches.duplicateWorkflow === "existing-location"
    ? problem.existingId
    : undefined;
}
