import pg from "pg";

/** Connection lost; rolled back for another transaction; out of resources; ended or cancelled by an operator; disk trouble. */
const passingClasses: ReadonlySet<string> = new Set(["08", "40", "53", "57", "58"]);

const networkCodes: ReadonlySet<string> = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT", // The socket of a server that is not running.
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);

// The driver gives these neither a class nor a code.
const driverMessages =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Cannot use a pool after)/u;

/**
 * Whether a statement or transaction failed through no fault of its own: the server is away, restarts or is short of something,
 * or another transaction stood in the way. The same may be tried again; whether a commit that failed so was done is not known.
 */
export function isPassingTrouble(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return passingClasses.has(error.code?.slice(0, 2) ?? "");
  if (error instanceof AggregateError) return error.errors.every(isPassingTrouble);
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return networkCodes.has(code) || driverMessages.test(error.message);
}
