import { parseVendorError } from "../shared-contract.ts";
import { unmarked } from "../evidence/body-text.ts";
import type { Answered } from "../evidence/step-answer.ts";

/** The two texts of a refusal in the vendor's error standard (DOC); undefined when the answer is none. */
export interface RefusalMessage {
  readonly userMessage: string;
  readonly debugErrorMessage: string | undefined;
}

/** Where the text for the recruiter stands in an answer. */
export const messagePlace = "answer.body.error.userMessage";

/** Reads the refusal's texts, in which what was masked is an ellipsis; undefined when the body has no `error.userMessage` with something in it. */
export function refusalMessage({ body }: Answered): RefusalMessage | undefined {
  if (body.kind !== "json") return undefined;
  const parsed = parseVendorError(unmarked(body.content, () => "…"));
  if (parsed.kind === "findings") return undefined;
  const { userMessage, debugErrorMessage } = parsed.value.error;
  return { userMessage, debugErrorMessage };
}
