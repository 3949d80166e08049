import { Command, CommanderError } from "commander";

import type { CommandContext } from "./command-context.ts";
import { backupCommand } from "./commands/backup/backup.command.ts";
import { adherenceCommand } from "./commands/adherence/adherence.command.ts";
import { accountCommand } from "./commands/access/account.command.ts";
import { meCommand } from "./commands/access/me.command.ts";
import { organisationCommand } from "./commands/access/organisation.command.ts";
import { tokenCommand } from "./commands/access/token.command.ts";
import { callersCommand } from "./commands/callers/callers.command.ts";
import { clockCommand } from "./commands/clock/clock.command.ts";
import { compareCommand } from "./commands/compare/compare.command.ts";
import { credentialsCommand } from "./commands/credentials/credentials.command.ts";
import { sandboxCommand } from "./commands/sandbox/sandbox.command.ts";
import { deadlinesCommand } from "./commands/deadlines/deadlines.command.ts";
import { doctorCommand } from "./commands/doctor/doctor.command.ts";
import { evidenceCommand } from "./commands/evidence/evidence.command.ts";
import { integrationCommand } from "./commands/integration/integration.command.ts";
import { listingCommand } from "./commands/listing/listing.command.ts";
import { loginGroupsCommand } from "./commands/login-groups/login-groups.command.ts";
import { switchesCommand } from "./commands/switches/switches.command.ts";
import { initCommand } from "./commands/init/init.command.ts";
import { impactCommand } from "./commands/impact/impact.command.ts";
import { logsCommand } from "./commands/logs/logs.command.ts";
import { manifestCommand } from "./commands/manifest/manifest.command.ts";
import { noticesCommand } from "./commands/notices/notices.command.ts";
import { regradeCommand } from "./commands/regrade/regrade.command.ts";
import { releaseCommand } from "./commands/release/release.command.ts";
import { reportCommand } from "./commands/report/report.command.ts";
import { restoreCommand } from "./commands/restore/restore.command.ts";
import { revalidationCommand } from "./commands/revalidation/revalidation.command.ts";
import { runsCommand } from "./commands/runs/runs.command.ts";
import { startCommand } from "./commands/start/start.command.ts";
import { tasksCommand } from "./commands/tasks/tasks.command.ts";
import { verifyEvidenceCommand } from "./commands/verify/verify.command.ts";
import { submissionCommand } from "./commands/submission/submission.command.ts";
import { threadCommand } from "./commands/thread/thread.command.ts";
import { webhookCommand } from "./commands/webhook/webhook.command.ts";
import { validateCommand } from "./commands/validate/validate.command.ts";
import { UsageProblem } from "./command-line.problems.ts";
import { describeFault } from "./describe-fault.ts";
import { exitCodeOfSignal } from "./exit-codes.ts";
import { version } from "./version.ts";

/** Runs one command line; resolves to the exit code, when nothing of it runs any more. */
export async function runCommandLine(
  args: readonly string[],
  surroundings: Omit<CommandContext, "endWith">,
): Promise<number> {
  const { screen, stopping } = surroundings;
  let exitCode = 0;
  const program = programOf({
    ...surroundings,
    endWith: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (thrown) {
    if (stopping.aborted && isStop(thrown, stopping)) return exitCodeOfSignal(stopping.reason);
    // Help and version were printed.
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return 0;
    const fault = describeFault(thrown instanceof CommanderError ? usageOf(thrown) : thrown);
    screen.say(fault.text);
    return fault.exitCode;
  } finally {
    screen.progress("");
  }
}

function programOf(context: CommandContext): Command {
  const program = new Command("slipway")
    .description("Build, prove and launch integrations: a sandbox, a validation and its evidence.")
    .version(version)
    .showSuggestionAfterError();
  const commands = [
    initCommand,
    startCommand,
    validateCommand,
    runsCommand,
    reportCommand,
    regradeCommand,
    compareCommand,
    impactCommand,
    manifestCommand,
    logsCommand,
    integrationCommand,
    listingCommand,
    evidenceCommand,
    verifyEvidenceCommand,
    loginGroupsCommand,
    switchesCommand,
    credentialsCommand,
    sandboxCommand,
    callersCommand,
    releaseCommand,
    adherenceCommand,
    revalidationCommand,
    deadlinesCommand,
    noticesCommand,
    tasksCommand,
    clockCommand,
    organisationCommand,
    accountCommand,
    tokenCommand,
    submissionCommand,
    threadCommand,
    webhookCommand,
    meCommand,
    doctorCommand,
    backupCommand,
    restoreCommand,
  ];
  for (const command of commands) program.addCommand(command(context));
  const subcommands = program.commands.flatMap((one) => [one, ...one.commands]);
  for (const command of [program, ...subcommands]) {
    command.exitOverride().configureOutput({
      // Faults of usage are said in one place, with their code.
      writeErr: (text) => {
        if (!text.startsWith("error:")) context.screen.say(text.trimEnd());
      },
    });
  }
  return program;
}

function usageOf({ message, code }: CommanderError): UsageProblem {
  const found = code === "commander.help" ? "no command" : message.replace(/^error: /, "");
  return new UsageProblem(
    `Expected a command with arguments as "slipway --help" and "slipway <command> --help" describe, found: ${found}`,
  );
}

function isStop(thrown: unknown, stopping: AbortSignal): boolean {
  return thrown === stopping.reason || (thrown instanceof Error && thrown.name === "AbortError");
}
