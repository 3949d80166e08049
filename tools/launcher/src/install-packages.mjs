import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { installLock } from "./install-lock.mjs";
import { LaunchFault } from "./launch-fault.mjs";
import { hasDevelopmentPackages, missingPackages } from "./missing-packages.mjs";

const endWithLauncher = new URL("end-with-launcher.mjs", import.meta.url).href;

/**
 * Makes `node_modules` what the lock file says, if it is not. Install scripts do not run.
 *
 * @param {{ folder: string, name: string, mode: "start" | "full" }} options `name` is the lock file as the user knows it.
 */
export async function installPackages({ folder, name, mode }) {
  const lock = installLock(folder);
  while (missingPackages(folder, mode).length > 0) {
    if (!(await lock.takeOrWait())) continue; // Another has just installed: look again.
    try {
      await installOnce({ folder, name, mode, lock });
      return;
    } finally {
      lock.release();
    }
  }
}

async function installOnce({ folder, name, mode: asked, lock }) {
  const mode = hasDevelopmentPackages(folder) ? "full" : asked;
  const which = mode === "start" ? "the packages that running needs" : "all packages";
  process.stderr.write(`Installing ${which} from ${name}, once …\n`);
  const status = await runNpm(installArguments(mode), folder, lock.add);
  if (status === "interrupted") throw interrupted(name);
  if (status !== 0) throw failed(name, `npm ended with ${status}; its own words stand above`);
  const missing = missingPackages(folder, mode);
  if (missing.length > 0) throw failed(name, `npm left out ${missing.slice(0, 3).join(", ")}`);
}

function installArguments(mode) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const which = mode === "start" ? ["--omit=dev"] : ["--include=dev"];
  return ["ci", "--ignore-scripts", "--include=optional", "--include=peer", ...which, ...quiet];
}

/** Runs npm so that it ends when this process is killed, lest it works on beside the next installation. */
function runNpm(args, cwd, announce) {
  const script = findNpm();
  const [command, first] =
    script === undefined ? ["npm", []] : [process.execPath, ["--import", endWithLauncher, script]];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd, stdio: ["ignore", 2, 2, "ipc"] });
    if (child.pid !== undefined) announce(child.pid);
    let signalled = false;
    const forward = (signal) => {
      signalled = true;
      child.kill(signal);
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward);
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(name, forward);
      resolve(signalled ? "interrupted" : (code ?? signal));
    });
  });
}

/** The script of the npm that runs us, else of the one in the path; undefined if that is something else than npm's own. */
function findNpm() {
  const inPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "npm"));
  return [process.env.npm_execpath ?? "", ...inPath]
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file))
    .find((file) => basename(file) === "npm-cli.js");
}

function failed(name, found) {
  return new LaunchFault({
    code: "STARTING-INSTALL-FAILED",
    exitCode: 75,
    message: `Expected to install the packages of ${name}, found that ${found}. Check the connection to the package registry and the space on the disk, then run the same command again: it installs anew.`,
  });
}

function interrupted(name) {
  return new LaunchFault({
    code: "STARTING-INSTALL-INTERRUPTED",
    exitCode: 130,
    message: `Expected to install the packages of ${name}, found that it was interrupted. Run the same command again: it installs anew.`,
  });
}
