import type { Stage } from "@slipway/conformance";

import type { CreateCandidateFacts } from "../../candidate-actions.ts";
import {
  returnToPortal,
  visitPage,
  type EventFacts,
  type ReturnToPortalFacts,
} from "../actions.ts";
import { refsOf } from "./begin-application.ts";

/** Browsers give up sooner or later; ten pages are more than any sign-in takes. */
const mostPages = 10;

/**
 * Follows the candidate's way from the answer to an event, in steps `page-1`, `page-2`, …: from page to page as long as each redirects,
 * then back to the portal in step `return`. Where a page redirects no further a person takes the assessment, and is waited for;
 * where the partner declared that test candidates complete by themselves, nobody is: undefined then, as for a loop.
 */
export async function followCandidate(
  stage: Stage,
  candidate: CreateCandidateFacts,
  answer: Pick<EventFacts, "deliveryId" | "next">,
): Promise<ReturnToPortalFacts | undefined> {
  let at = answer;
  for (let page = 1; at.next === "page" && page <= mostPages; page += 1)
    at = await stage.step(`page-${page}`, visitPage, {
      candidate: refsOf(candidate),
      from: at.deliveryId,
    });
  const isBack = at.next === "return";
  if (!isBack && (at.next === "page" || stage.declaration.completesTestOrders)) return undefined;
  return stage.step("return", returnToPortal, {
    candidate: refsOf(candidate),
    candidateName: candidate.name,
    from: isBack ? at.deliveryId : null,
  });
}
