import { createHash } from "node:crypto";

/** Gives a statement a name, under which a connection prepares it once: searches of one shape are parsed and planned once. */
export type StatementNames = (text: string) => string | undefined;

/** Each is held by every connection for as long as that lives: callers make up shapes, and there is no end to those. */
const mostNames = 200;

/**
 * The first shapes that come get names; later ones are planned each time. A name follows from the text alone: two services on one
 * set of connections give the same name to the same statement, and never one name to two.
 */
export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const name = `search-${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
    names.set(text, name);
    return name;
  };
}
