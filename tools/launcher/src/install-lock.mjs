import { createHash } from "node:crypto";
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Only one installation at a time works in a folder: two would remove each other's files. The lock names processes (ours,
 * and npm, which may outlive us) with the time of their start, because a process id returns after a restart; it is kept
 * outside `node_modules`, which an installation removes.
 *
 * @param {string} folder
 */
export function installLock(folder) {
  const digest = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 16);
  const file = join(tmpdir(), `slipway-install-${process.getuid?.() ?? 0}-${digest}`);
  return {
    /** True if it is ours now; false if it was another's, who has ended by now. */
    async takeOrWait() {
      const others = livingHolders(file);
      if (others.length === 0) return take(file);
      process.stderr.write(
        `Another installation is at work here (process ${others[0]}); waiting for it …\n`,
      );
      while (livingHolders(file).length > 0) await sleep(200);
      return false;
    },
    /** Another process that the lock stands for. */
    add: (processId) => writeFileSync(file, `${identityOf(processId)}\n`, { flag: "a" }),
    release: () => rmSync(file, { force: true }),
  };
}

function take(file) {
  rmSync(file, { force: true });
  try {
    writeFileSync(file, `${identityOf(process.pid)}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false; // Another was quicker.
    throw error;
  }
}

function livingHolders(file) {
  return readLines(file)
    .filter((identity) => identity !== "" && identityOf(identity.split(" ")[0]) === identity)
    .map((identity) => identity.split(" ")[0]);
}

function readLines(file) {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return []; // Nobody installs.
  }
}

/** The process id and, where the system tells, when the process began: the 20th word after its name. */
function identityOf(processId) {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
    const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return words[0] === "Z" ? "" : `${processId} ${words[19]}`;
  } catch {
    return ""; // It has ended, or the system has no /proc: then installations are not kept apart.
  }
}
