import { basename, resolve } from "node:path";

import { Command, InvalidArgumentError, Option } from "commander";

import type { CommandContext } from "../../command-context.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { projectFiles, type ProjectOptions } from "./project-files.ts";
import { writeProject } from "./write-project.ts";

interface InitOptions {
  readonly framework: ProjectOptions["framework"];
  readonly name?: string;
  readonly port: number;
}

/** `slipway init`: a partner project that runs and passes as it is. */
export function initCommand({ screen }: CommandContext): Command {
  return new Command("init")
    .summary("write a partner project to begin with")
    .description(
      "Writes a runnable partner in TypeScript into a folder: sources, configuration, declaration, a test and a README. Files that are there are never overwritten.",
    )
    .argument("[folder]", "where to write it; made if it is not there", ".")
    .addOption(
      new Option("--framework <framework>", "what it integrates by")
        .choices(["prime-assessment"])
        .default("prime-assessment"),
    )
    .option("--name <name>", "name of its package (default: the folder's)", packageName)
    .option("--port <port>", "where it listens", listeningPort, 9100)
    .action(async (folder: string, { framework, name, port }: InitOptions) => {
      const files = await projectFiles({
        framework,
        name: name ?? nameAfter(basename(resolve(folder))),
        port,
      });
      await writeProject(folder, files);
      screen.print(nextSteps(folder, files.size, port));
    });
}

function nextSteps(folder: string, fileCount: number, port: number): string {
  return [
    `${fileCount} files are in ${resolve(folder)}. Next:`,
    "",
    ...(folder === "." ? [] : [`  cd ${JSON.stringify(folder)}`]),
    "  npm install",
    "  export SLIPWAY_PARTNER_PASSWORD='chosen by you'",
    "  npm start",
    "",
    "and in another terminal, in that folder and with the same password:",
    "",
    `  slipway validate --framework prime-assessment --endpoint http://127.0.0.1:${port} --auth basic:slipway \\`,
    "    --partner-config declaration.json --credentials-file sandbox.json",
  ].join("\n");
}

function packageName(text: string): string {
  if (/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]{0,200}$/u.test(text)) return text;
  throw new InvalidArgumentError(
    `Expected a name of an npm package, such as "my-partner", found "${text}".`,
  );
}

/** A folder may have a name that no package has. */
function nameAfter(folder: string): string {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/gu, "-")
    .replace(/^[^a-z0-9]+/u, "");
  return name === "" ? "my-partner" : name;
}

function listeningPort(text: string): number {
  const port = wholeNumber(1)(text);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError(`Expected a port from 1 to 65535, found "${text}".`);
}
