// Readable for Node 12, see begin.mjs.

/** The oldest Node on which the launcher runs. */
const oldestNode = [20, 0];
/** The oldest Node on which Slipway itself runs, where the pinned one does not exist. */
const oldestOwnNode = [24, 18];
/** The oldest C library on which the pinned Node and the embedded PostgreSQL run. */
const oldestGlibc = [2, 28];

/**
 * What the launcher needs to know about where it runs.
 *
 * @typedef {{ nodeVersion: string, platform: string, arch: string, glibc: string | undefined }} Machine
 */

/** @returns {Machine} */
export function thisMachine() {
  return {
    nodeVersion: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    glibc:
      process.platform === "linux"
        ? process.report.getReport().header.glibcVersionRuntime
        : undefined,
  };
}

/**
 * Why Slipway cannot run here, or undefined.
 *
 * @param {Machine} machine
 * @param {{ DATABASE_URL?: string | undefined }} env
 * @returns {{ text: string, exitCode: number } | undefined}
 */
export function machineFault(machine, env) {
  if (isOlder(machine.nodeVersion, oldestNode)) {
    return fault(
      "STARTING-NODE-TOO-OLD",
      `Expected Node 20 or newer, found Node ${machine.nodeVersion}. Install any newer Node (Slipway then brings the one it runs on itself) and run the same command again.`,
    );
  }
  if (isSupported(machine)) return undefined;
  if (env.DATABASE_URL && !isOlder(machine.nodeVersion, oldestOwnNode)) return undefined;
  return fault(
    "STARTING-PLATFORM-UNSUPPORTED",
    `Expected Linux on x64 or arm64 with glibc 2.28 or newer, found ${describe(machine)}. On another platform, use Node 24.18 or newer and name a PostgreSQL 18 server in DATABASE_URL.`,
  );
}

/** True where the pinned Node and the embedded PostgreSQL exist. */
function isSupported(machine) {
  const isKnown =
    machine.platform === "linux" && (machine.arch === "x64" || machine.arch === "arm64");
  return isKnown && machine.glibc !== undefined && !isOlder(machine.glibc, oldestGlibc);
}

function describe(machine) {
  const library = machine.glibc === undefined ? "without glibc" : `with glibc ${machine.glibc}`;
  const suffix = machine.platform === "linux" ? ` ${library}` : "";
  return `${machine.platform} on ${machine.arch}${suffix} and Node ${machine.nodeVersion}`;
}

/** Compares the first two numbers of a version. */
export function isOlder(version, oldest) {
  const numbers = version.split(".").map(Number);
  return numbers[0] < oldest[0] || (numbers[0] === oldest[0] && numbers[1] < oldest[1]);
}

function fault(code, message) {
  return { text: `Slipway did not start. ${message}\nCode: ${code}`, exitCode: 69 };
}
