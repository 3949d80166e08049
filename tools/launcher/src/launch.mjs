import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPackages } from "./install-packages.mjs";
import { LaunchFault } from "./launch-fault.mjs";
import { findNode } from "./find-node.mjs";
import { runProgram } from "./run-program.mjs";

/**
 * What a command starts.
 *
 * @typedef {object} Launch
 * @property {"start" | "full"} mode Which packages it needs: those that running needs, or all.
 * @property {string[]} [neighbours] Folders with a package.json and a lock file of their own.
 * @property {string[]} program What Node is given, before the arguments of the command line.
 */

const root = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Installs, then runs the program on the pinned Node. The exit code of this process is that of the program.
 *
 * @param {Launch} launch
 */
export async function launch({ mode, neighbours = [], program }) {
  try {
    await installPackages({ folder: root, name: "package-lock.json", mode });
    for (const neighbour of neighbours) {
      const folder = join(root, neighbour);
      await installPackages({ folder, name: `${neighbour}/package-lock.json`, mode: "full" });
    }
    const args = [...program, ...process.argv.slice(2)];
    process.exitCode = await runProgram({ node: findNode(root), args, cwd: root });
  } catch (error) {
    if (!(error instanceof LaunchFault)) throw error;
    process.stderr.write(`Slipway did not start. ${error.message}\nCode: ${error.code}\n`);
    process.exitCode = error.exitCode;
  }
}
