import type { Stage } from "@slipway/conformance";

import {
  createCandidate,
  type CandidateRefs,
  type CreateCandidateFacts,
  type FieldAlteration,
} from "../../candidate-actions.ts";
import {
  completeApplication,
  enterAssessments,
  type CompleteApplicationInput,
  type EnterAssessmentsFacts,
  type EventFacts,
} from "../actions.ts";

/** Nothing left out, nothing blank. */
export const unaltered: FieldAlteration = { without: [], blank: {} };

/** The ids of a candidate, without the name that only people read. */
export function refsOf({ personId, jobId, workflowId }: CandidateRefs): CandidateRefs {
  return { personId, jobId, workflowId };
}

/** The assessments of this tenant, in step `assessments`; undefined when the partner's sheet names none. */
export async function chooseAssessment(
  stage: Stage,
): Promise<{ readonly name: string; readonly unknown: string } | undefined> {
  const { packages, unknown }: EnterAssessmentsFacts = await stage.step(
    "assessments",
    enterAssessments,
    {},
  );
  const name = packages[0]?.name;
  return name === undefined ? undefined : { name, unknown };
}

/** An application in which nothing is wrong. */
export function wholeApplication(candidate: CreateCandidateFacts): CompleteApplicationInput {
  return { candidate: refsOf(candidate), session: "open", credentials: "configured", alter: {} };
}

/** What is otherwise in an application after one that the partner sent on. */
export interface OtherApplication {
  /** Whether its job names an assessment of the partner or one that it does not offer. Default `offered`. */
  readonly assessment?: "offered" | "unknown";
  readonly event?: Partial<Pick<CompleteApplicationInput, "credentials" | "alter">>;
}

/**
 * A complete application, then one in which one thing is otherwise, in steps `candidate` and `event`. Nothing where the partner
 * offers nothing, or does not send the complete one on.
 */
export async function playOtherApplication(
  stage: Stage,
  { assessment = "offered", event = {} }: OtherApplication,
): Promise<void> {
  const chosen = await chooseAssessment(stage);
  if (chosen === undefined) return;
  if (!isSentOn(await playControl(stage, chosen.name))) return;
  const candidate = await stage.step("candidate", createCandidate, {
    ...unaltered,
    assessment: assessment === "offered" ? chosen.name : chosen.unknown,
  });
  await stage.step("event", completeApplication, { ...wholeApplication(candidate), ...event });
}

/** A complete application, in steps `control-candidate` and `control`: what is refused later is then refused for its one fault. */
export async function playControl(stage: Stage, assessment: string): Promise<EventFacts> {
  const candidate = await stage.step("control-candidate", createCandidate, {
    ...unaltered,
    assessment,
  });
  return stage.step("control", completeApplication, wholeApplication(candidate));
}

/** Whether the partner sent the candidate to a page. */
export function isSentOn({ status, next }: Pick<EventFacts, "status" | "next">): boolean {
  return status === 303 && next !== "nowhere";
}
