/** An error as the log may show it. */
export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  /** Where it was thrown, outermost call last. */
  readonly frames: readonly string[];
  /** What it came of. */
  readonly causes?: readonly ErrorDescription[];
}

/** Deeper than any chain of ours; an error that causes itself ends here. */
const longestChain = 8;

/**
 * Says of an error what may be read by whoever reads the log, with all that it came of. Never the whole error: what a library
 * hangs on it (queries with their values, requests) may hold secrets, and so may a message that quotes what it could not read.
 */
export function describeError(error: unknown, depth = 1): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), frames: [] };
  const causes =
    depth < longestChain ? causesOf(error).map((one) => describeError(one, depth + 1)) : [];
  return {
    name: error.name,
    message: messageOf(error),
    ...("code" in error ? { code: String(error.code) } : {}),
    // The message stands at the head of the stack; it is told above, as far as it may be.
    frames: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /u.test(line))
      .map((line) => line.trim()),
    ...(causes.length === 0 ? {} : { causes }),
  };
}

function causesOf(error: Error): readonly unknown[] {
  const several: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return error.cause === undefined ? several : [error.cause, ...several];
}

function messageOf(error: Error): string {
  // PostgreSQL quotes a value that does not fit its type; of other faults it names tables and columns only.
  if ("severity" in error && "code" in error && String(error.code).startsWith("22"))
    return `${error.message.split(/[":]/u)[0]?.trim() ?? ""} (the value is not shown)`;
  if (error instanceof SyntaxError)
    return error.message.replace(/, (?:\.\.\.)?"[\s\S]*/u, " (the text is not shown)");
  return error.message;
}
