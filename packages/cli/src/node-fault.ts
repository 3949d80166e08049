/** The oldest Node that runs the command and the platform. */
const oldestNode = { major: 24, minor: 18 } as const;

/** What to say where Node is too old; undefined where it is not. */
export function nodeFault(found: string): string | undefined {
  const [major = 0, minor = 0] = found.split(".").map(Number);
  const isOldEnough =
    major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
  if (isOldEnough) return undefined;
  return (
    `Expected Node ${oldestNode.major}.${oldestNode.minor} or newer, found ${found}. ` +
    `Install a newer Node, or run it once with: npx --package=node@24 --package=slipway slipway --help\n` +
    `Code: CLI-NODE-TOO-OLD\n`
  );
}
