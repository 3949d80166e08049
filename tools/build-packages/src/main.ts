import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPackages } from "./build-packages.ts";

// Builds every package that is published. `--into FOLDER` builds complete packages there and leaves the repository as it is.
const { values: flags } = parseArgs({ options: { into: { type: "string" } } });

const root = join(import.meta.dirname, "../../..");
const built = await buildPackages({ root, into: flags.into && resolve(flags.into) });
process.stdout.write(`${built.length} packages built: ${built.join(", ")}\n`);
