import type { MessageRule } from "./message-rule.ts";

/** Ours: of ten words one may differ, such as an id. */
const sameShare = 0.9;

/** Is not the text for the developer, nor nearly so. */
export const isNotTheDebugText: MessageRule = {
  id: "message.is-not-the-debug-text",
  title: "Is not the text for the developer, nor nearly so",
  arrived: ({ userMessage, debugErrorMessage }) => {
    if (debugErrorMessage === undefined) return undefined;
    const shown = words(userMessage);
    const logged = words(debugErrorMessage);
    if (shown.length === 0 || logged.length === 0) return undefined;
    if (shown.join("") === logged.join("")) return "the same text as debugErrorMessage";
    return shared(shown, logged) / Math.max(shown.length, logged.length) >= sameShare
      ? "nearly the same text as debugErrorMessage"
      : undefined;
  },
  toDo: "Write userMessage for the recruiter and debugErrorMessage for the developer, or leave the latter out.",
};

function words(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** How many of `some` stand in `others` too, each of `others` counted once. */
function shared(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return some.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
