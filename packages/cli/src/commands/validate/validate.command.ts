import { Command, Option } from "commander";

import type { CommandContext } from "../../command-context.ts";
import {
  authChoice,
  commaSeparated,
  positiveNumber,
  webAddress,
  wholeNumber,
} from "../../parse-argument.ts";
import { withPlatform } from "../../platform-access/open-platform.ts";
import { addPlatformOptions } from "../../platform-access/platform-options.ts";
import { reportFormats } from "../../reports/report-format.ts";
import { gatherPartnerAccess } from "./partner-access.ts";
import { validateHelp } from "./validate-help.ts";
import type { ValidateOptions } from "./validate-options.ts";
import { validatePartner } from "./validate-partner.ts";

/** `slipway validate`: drives a partner's endpoint and judges it. */
export function validateCommand(context: CommandContext): Command {
  const command = addEndpointOptions(new Command("validate"))
    .summary("validate an integration: drive it, judge it, report")
    .description(
      "Makes a sandbox of two customers for your integration, calls its endpoint as the platform would, records every call in both directions, and judges what was recorded.",
    )
    .requiredOption(
      "--framework <id>",
      "framework to validate against: prime-assessment, standard-assessment",
    )
    .option(
      "--partner-config <file>",
      "JSON file with your declaration and what differs by customer",
    )
    .option("--name <name>", "name of the integration (default: the framework)")
    .option("--credentials-file <file>", "write the sandbox's ATS credentials here, mode 0600")
    .option("--new-credentials", "issue new ATS credentials for the sandbox", false)
    .option(
      "--wait-for-partner <seconds>",
      "how long to wait for a green preflight",
      wholeNumber(0),
    )
    .option("--pack <version>", "version of the requirement pack (default: the newest released)")
    .addOption(
      new Option("--only <ids...>", "run a part of the pack: requirements, checks, scenarios, uc2")
        .argParser(commaSeparated)
        .conflicts("failedOf"),
    )
    .option(
      "--failed-of <run>",
      "run what an earlier run has not passed, under the pack of that run",
    )
    .option("--time-limit <minutes>", "end the run after this time", positiveNumber, 30)
    .option("--report <folder>", "write report.html, report.json and junit.xml into this folder")
    .addOption(
      new Option("--format <format>", "form of the report on standard output")
        .choices(reportFormats)
        .default("text"),
    )
    .addHelpText("after", validateHelp)
    .action(async (options: ValidateOptions) => {
      const access = await gatherPartnerAccess(options, context.env);
      const exitCode = await withPlatform(options, context.env, async (platform) => {
        context.stopping.throwIfAborted();
        return validatePartner(platform, { options, access }, context);
      });
      context.endWith(exitCode);
    });
  return addPlatformOptions(command);
}

/** Where your endpoint is, and how it is called. */
function addEndpointOptions(command: Command): Command {
  return command
    .option("--endpoint <url>", "address of your endpoint", webAddress)
    .option("--endpoint-b <url>", "address for the second customer, if it differs", webAddress)
    .option(
      "--auth <method:name>",
      "basic:USER, hmac:USER or oauth:CLIENT_ID: how the platform calls your endpoint, and as whom",
      authChoice,
    )
    .option("--password-file <file>", "file whose first line is the password, key or client secret")
    .option("--token-url <url>", "address of your token endpoint, for oauth", webAddress)
    .option("--audience <text>", "audience to ask your token endpoint for")
    .option("--scope <text>", "scope to ask your token endpoint for");
}
