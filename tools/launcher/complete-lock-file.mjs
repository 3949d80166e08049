// `npm run lock`: adds to package-lock.json the optional packages of other platforms that it lacks; with `--check`, only
// names them.
//
// npm leaves out of the lock file what the registry at hand does not have, often the builds for other platforms, and then
// `npm ci` refuses the lock file as incomplete. Run this after `npm install` has changed the lock file.
import { readFileSync, writeFileSync } from "node:fs";
import { missingOptionalPackages } from "./src/missing-optional-packages.mjs";

const file = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = missingOptionalPackages(lock.packages);
const names = Object.keys(missing);
const onlyChecks = process.argv.includes("--check");
if (onlyChecks && names.length > 0) {
  process.stderr.write(
    `Expected package-lock.json to describe every optional package, found ${names.length} that it lacks: ${names.join(", ")}. Run: npm run lock\n`,
  );
  process.exitCode = 1;
}
if (!onlyChecks) {
  const [root, ...others] = Object.entries({ ...lock.packages, ...missing });
  // The order in which npm writes them.
  others.sort(([left], [right]) => left.localeCompare(right, "en"));
  lock.packages = Object.fromEntries([root, ...others]);
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
  process.stdout.write(`Added ${names.length} optional packages to package-lock.json.\n`);
}
