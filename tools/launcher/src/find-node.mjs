import { existsSync } from "node:fs";
import { join } from "node:path";
import { LaunchFault } from "./launch-fault.mjs";
import { isOlder } from "./machine-fault.mjs";

/**
 * The Node on which Slipway runs: the pinned one, or where there is none for this platform, the one that runs us if it is
 * new enough.
 *
 * @param {string} root
 * @returns {string}
 */
export function findNode(root) {
  const pinned = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin/node");
  if (existsSync(pinned)) return pinned;
  if (!isOlder(process.versions.node, [24, 18])) return process.execPath;
  throw new LaunchFault({
    code: "STARTING-NODE-TOO-OLD",
    exitCode: 69,
    message: `Expected the pinned Node in ${pinned}, or Node 24.18 or newer, found neither (this is Node ${process.versions.node}). Install with optional packages, or use a newer Node.`,
  });
}
