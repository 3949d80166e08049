import type { MessageRule } from "./message-rule.ts";

const secret =
  /\bBearer\s+[\w.~+/-]{16,}|\bBasic\s+[A-Za-z\d+/]{12,}={1,2}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+|\b[a-z][\w+]*:\/\/[^\s/:@]+:[^\s/@]+@|\b(?:password|passwd|pwd|api[_-]?key|access_token|client_secret)=[^\s;&]{4,}|-----BEGIN [A-Z ]*PRIVATE KEY/iu;

/** Shows no password, key or token. */
export const showsNoSecret: MessageRule = {
  id: "message.shows-no-secret",
  title: "Shows no password, key or token",
  // The secret itself is not repeated.
  arrived: ({ userMessage }) =>
    secret.test(userMessage) ? "a text in the shape of a password, key or token" : undefined,
  toDo: "Never send secrets in an answer, and replace this one now: logs may hold it.",
};
