import type { AnsweredCall, JsonAnswer } from "../journal.ts";

/** Why the right answer is a refusal; empty when it is none. */
export function reasonOf({ answer }: Pick<AnsweredCall, "answer">): string {
  // The right answers are the partner's own: its errors have these members.
  const { error } = answer.body as { readonly error?: { readonly debugErrorMessage?: string } };
  return error?.debugErrorMessage ?? "";
}

/** The keys of what a refused order lacks; none when it was not refused for that. */
export function missingIn(answered: AnsweredCall): readonly string[] {
  const [, keys] = /^order refused: missing (.+)$/u.exec(reasonOf(answered)) ?? [];
  return keys?.split(", ") ?? [];
}

export function isOrder({ request }: AnsweredCall): boolean {
  return request.method === "POST" && request.url === "/orders";
}

/** The same order again, while the first is open. */
export function isRepeated(answered: AnsweredCall): boolean {
  return isOrder(answered) && reasonOf(answered) === "duplicate: the order is open";
}

/** Changes the answers for which `applies` holds, and leaves the others. */
export function changing(
  applies: (answered: AnsweredCall) => boolean,
  change: (answered: AnsweredCall) => JsonAnswer | Promise<JsonAnswer>,
): (answered: AnsweredCall) => JsonAnswer | Promise<JsonAnswer> {
  return (answered) => (applies(answered) ? change(answered) : answered.answer);
}

/** The refusal with another text for the recruiter. */
export function saying(
  textOf: (answered: AnsweredCall & { readonly userMessage: string }) => string,
): (answered: AnsweredCall) => JsonAnswer {
  return (answered) => {
    // Whoever asks for this has looked that it is a refusal.
    const { error } = answered.answer.body as {
      readonly error: { readonly userMessage: string; readonly debugErrorMessage: string };
    };
    const userMessage = textOf({ ...answered, userMessage: error.userMessage });
    return { ...answered.answer, body: { error: { ...error, userMessage } } };
  };
}

/** As if the order were accepted; nothing is kept of it. */
export function accepted(status = 202): JsonAnswer {
  const assessmentUrl = "https://assess.example.test/start/again";
  return { status, body: { partnerOrderId: "A-0", assessmentUrl } };
}

/** The answer with other members in its body. */
export function withMembers(
  answer: JsonAnswer,
  members: Readonly<Record<string, unknown>>,
): JsonAnswer {
  // Bodies of the contract are objects.
  return { ...answer, body: { ...(answer.body as object), ...members } };
}
