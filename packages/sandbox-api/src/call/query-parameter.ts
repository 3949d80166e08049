import { unreadableQuery } from "./sandbox.problems.ts";

/** The decoded value of a query parameter, several joined by commas; undefined when it is absent. Exact case (DOC). */
export function queryParameter(query: string, name: string): string | undefined {
  if (query === "") return undefined;
  const values = query
    .split("&")
    .filter((pair) => pair === name || pair.startsWith(`${name}=`))
    .map((pair) => decode(pair.slice(name.length + 1), name));
  return values.length === 0 ? undefined : values.join(",");
}

function decode(text: string, name: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    // The error says no more than that the escapes are no UTF-8.
    throw unreadableQuery(
      `Expected percent-encoded UTF-8 in the query parameter ${name}, found escapes that are not.`,
    );
  }
}
