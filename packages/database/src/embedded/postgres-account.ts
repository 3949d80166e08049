import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root starts it in a user namespace in which the same user carries
 * another number: no account is made, no file changes its owner, and a private home folder is no obstacle. Where namespaces
 * are refused (some containers), it runs as `postgres` or `nobody`, to whom the data then belongs.
 */
export interface PostgresAccount {
  /** Words put before the command. */
  readonly prefix: readonly string[];
  /** Who owns the files of PostgreSQL. */
  readonly ownerId: number;
  readonly groupId: number;
}

// The kernel sends SIGINT (PostgreSQL: stop now, cleanly) when the process that started it has died.
const endWithParent = ["setpriv", "--pdeathsig", "INT", "--"];
const renumbered = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"];

/**
 * Finds out by trying what this machine allows. Without `setpriv` (util-linux) PostgreSQL outlives a killed Slipway, and is
 * stopped by the next start.
 */
export function choosePostgresAccount(): PostgresAccount {
  const ownerId = process.getuid?.() ?? 0;
  const groupId = process.getgid?.() ?? 0;
  if (ownerId !== 0 && hasAccount()) {
    return { prefix: firstThatRuns([endWithParent]) ?? [], ownerId, groupId };
  }
  const namespaced = firstThatRuns([[...renumbered, ...endWithParent], renumbered]);
  if (namespaced !== undefined) return { prefix: namespaced, ownerId, groupId };
  return ownerId === 0 ? unprivilegedAccount() : { prefix: [], ownerId, groupId };
}

/** False for a user that is a mere number, as containers have them: initdb wants a name, and the namespace gives one. */
function hasAccount(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false; // That is how Node says that the user database does not know the number.
  }
}

function unprivilegedAccount(): PostgresAccount {
  const { ownerId, groupId } = findAccount("postgres") ??
    findAccount("nobody") ?? { ownerId: 65_534, groupId: 65_534 };
  const drop = [
    "setpriv",
    `--reuid=${ownerId}`,
    `--regid=${groupId}`,
    "--clear-groups",
    "--pdeathsig",
    "INT",
    "--",
  ];
  return { prefix: drop, ownerId, groupId };
}

function findAccount(name: string): Pick<PostgresAccount, "ownerId" | "groupId"> | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , ownerId, groupId] = line?.split(":") ?? [];
  return line === undefined ? undefined : { ownerId: Number(ownerId), groupId: Number(groupId) };
}

function firstThatRuns(prefixes: readonly (readonly string[])[]): readonly string[] | undefined {
  return prefixes.find(
    ([command = "", ...args]) =>
      spawnSync(command, [...args, "true"], { stdio: "ignore" }).status === 0,
  );
}
