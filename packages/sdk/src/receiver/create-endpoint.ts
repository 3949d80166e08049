import { refusalAnswer, responseOf, type StoredAnswer } from "../answer/stored-answer.ts";
import { Refusal } from "../answer/refusal.ts";
import type { Authenticator } from "./authenticator.ts";
import { challengeOf } from "./challenge-of.ts";
import type { InboundRequest, RequestHandler } from "./inbound-request.ts";
import { readInbound, type BodyLimits } from "./read-inbound.ts";

/** A request from somebody known. */
export interface KnownRequest extends InboundRequest {
  readonly user: string;
}

export interface EndpointOptions extends BodyLimits {
  readonly accept: Authenticator;
  /** Answers, or throws a `Refusal`. */
  readonly handle: (request: KnownRequest) => Promise<StoredAnswer>;
  /** Told of what `handle` threw beside refusals: log it. The caller gets a 500 without its text. */
  readonly onFault: (fault: unknown) => void;
}

const whoAreYou = new Refusal({
  status: 401,
  userMessage: "The connection to the partner is not set up correctly. Ask your administrator.",
  debugErrorMessage: "Expected known credentials, found none or wrong ones.",
});
const ourFault = new Refusal({
  status: 500,
  userMessage: "The partner has a technical problem. Please try again later.",
  debugErrorMessage: "An unexpected fault; the partner's log has it.",
});

/** An endpoint for calls of the ATS: reads within limits, asks who calls before anything else, answers in the vendor's standard. */
export function createEndpoint({
  accept,
  handle,
  onFault,
  ...limits
}: EndpointOptions): RequestHandler {
  const answerTo = async (request: Request): Promise<StoredAnswer> => {
    const { inbound, refusal } = await readInbound(request, limits);
    const user = await accept(inbound);
    if (user === undefined) throw whoAreYou;
    if (refusal !== undefined) throw refusal;
    return handle({ ...inbound, user });
  };
  return async (request) => {
    try {
      return responseOf(await answerTo(request));
    } catch (error) {
      if (!(error instanceof Refusal)) onFault(error);
      const refusal = error instanceof Refusal ? error : ourFault;
      return responseOf(refused(refusal, challengeOf(accept)));
    }
  };
}

function refused({ text }: Refusal, challenge: string): StoredAnswer {
  const answer = refusalAnswer(text);
  if (text.status !== 401) return answer;
  const headers = { ...answer.headers, "www-authenticate": challenge };
  return { ...answer, headers };
}
