/** Gives a statement a name, under which a connection prepares it once: searches of one shape are parsed and planned once. */
export type StatementNames = (text: string) => string | undefined;

/** Each is held by every connection for as long as that lives: callers make up shapes, and there is no end to those. */
const mostNames = 200;

/** The first shapes that come get names; later ones are planned each time. */
export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const name = `search-${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
