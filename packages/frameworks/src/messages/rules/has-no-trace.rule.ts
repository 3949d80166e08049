import type { MessageRule } from "./message-rule.ts";

// Java and Node; Python; .NET; PHP; Oracle.
const trace =
  /\bat [\w.$<>]+ ?\([^()\s]*:\d+(?::\d+)?\)|\bTraceback \(most recent call last\)|\bFile "[^"]+", line \d+|\.cs:line \d+|\.php(?:\(\d+\)| on line \d+)|\bORA-\d{5}\b/u;

/** Holds no trace of a program's calls. */
export const hasNoTrace: MessageRule = {
  id: "message.has-no-trace",
  title: "Holds no trace of a program's calls",
  arrived: ({ userMessage }) => (trace.test(userMessage) ? "a program's stack trace" : undefined),
  toDo: "Keep the trace in your own log and name the log entry in debugErrorMessage.",
};
