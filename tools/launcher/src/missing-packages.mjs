import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const recordFile = "node_modules/.package-lock.json";

/**
 * The packages of the lock file that `node_modules` lacks or has in another version, by their paths; empty if all is there.
 *
 * npm writes `node_modules/.package-lock.json` as the last act of an installation, so that after an interrupted one it is
 * missing; after an interrupted removal, a folder is younger than it or gone. It lists what was really installed, so that
 * an installation of everything also serves where only the packages for running are needed.
 *
 * @param {string} folder Where package.json is.
 * @param {"start" | "full"} mode
 * @returns {string[]}
 */
export function missingPackages(folder, mode) {
  const wanted = readJson(join(folder, "package-lock.json"))?.packages ?? {};
  const record = join(folder, recordFile);
  const found = readJson(record)?.packages ?? {};
  const recordedAt = existsSync(record) ? statSync(record).mtimeMs : 0;
  return Object.entries(wanted)
    .filter(([path, entry]) => isNeeded(path, entry, mode))
    .filter(
      ([path, entry]) =>
        !isSame(entry, found[path]) || !isIntact(join(folder, path), entry, recordedAt),
    )
    .map(([path]) => path);
}

/**
 * Whether everything was installed once. Then a later installation for running brings everything too, lest `npm start`
 * takes from a developer what the tests need.
 *
 * @param {string} folder
 */
export function hasDevelopmentPackages(folder) {
  const found = readJson(join(folder, recordFile))?.packages ?? {};
  return Object.values(found).some((entry) => entry.dev);
}

function isNeeded(path, entry, mode) {
  if (!path.includes("node_modules/")) return false; // The project's own packages.
  if (mode === "start" && (entry.dev || entry.devOptional)) return false;
  if (!entry.optional) return true;
  // An optional package without a platform belongs to one that has another platform.
  return (
    entry.os !== undefined &&
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch) &&
    fits(entry.libc, "glibc")
  );
}

function fits(allowed, here) {
  return allowed === undefined || [allowed].flat().includes(here);
}

function isSame(wanted, found) {
  return (
    found !== undefined &&
    found.version === wanted.version &&
    found.integrity === wanted.integrity &&
    found.link === wanted.link
  );
}

/** The record alone can be wrong: `npm install --package-lock-only` writes into it what was never installed. */
function isIntact(path, entry, recordedAt) {
  if (entry.link) return existsSync(path);
  const manifest = readJson(join(path, "package.json"));
  return manifest?.version === entry.version && statSync(path).mtimeMs <= recordedAt;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // Missing or cut off, which both mean that it says nothing about node_modules.
  }
}
