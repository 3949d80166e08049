import { Command } from "commander";

import type { Clock, ClockMove } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { utcDate } from "../../utc-date.ts";
import { duration } from "./duration.ts";

interface ClockOptions extends AnswerOptions {
  readonly tenant?: string;
}

/** `slipway clock`: what time it is in the installation or one of its tenants, and moving it. */
export function clockCommand(context: CommandContext): Command {
  const command = new Command("clock")
    .summary("show or move the clock of the installation or of a tenant")
    .description(
      "Deadlines, reminders and every stamp follow these clocks. A tenant's counts from the installation's. Time-outs and how long a call takes stay real. A move returns when every process follows it; moving back sends nothing again.",
    );
  const plain = (name: string, summary: string, move?: ClockMove): Command =>
    withOptions(
      new Command(name)
        .summary(summary)
        .action(async (options: ClockOptions) => act(context, options, move)),
    );
  const subcommands = [
    plain("show", "say what time it is"),
    advanceCommand(context),
    setCommand(context),
    plain("freeze", "let the clock stand still", { kind: "freeze" }),
    plain("resume", "let it go on from where it was frozen", { kind: "resume" }),
  ];
  for (const one of subcommands) command.addCommand(one);
  return command;
}

function advanceCommand(context: CommandContext): Command {
  return withOptions(
    new Command("advance")
      .summary("move the clock on by a duration")
      .argument("<duration>", "such as 400d, 36h or 1d12h30m", duration)
      .option("--back", "move it back instead", false)
      .action(async (ms: number, options: ClockOptions & { readonly back: boolean }) =>
        act(context, options, { kind: "advance", byMs: options.back ? -ms : ms }),
      ),
  );
}

function setCommand(context: CommandContext): Command {
  return withOptions(
    new Command("set")
      .summary("move the clock to a date")
      .argument("<date>", "in UTC, such as 2027-02-28 or 2027-02-28T09:00:00Z", utcDate)
      .action(async (to: string, options: ClockOptions) =>
        act(context, options, { kind: "set", to }),
      ),
  );
}

function withOptions(command: Command): Command {
  return addAnswerOptions(
    command.option(
      "--tenant <customer>",
      "the clock of this customer's tenant, not the installation's",
    ),
  );
}

async function act(
  context: CommandContext,
  options: ClockOptions,
  move: ClockMove | undefined,
): Promise<void> {
  await printAnswer(context, options, {
    ask: async (client) =>
      move === undefined
        ? client.showClock(options.tenant)
        : client.moveClock(move, options.tenant),
    describe: describeClock,
  });
}

function describeClock({ customerId, now, state, aheadMs }: Clock): string {
  const whose = customerId === undefined ? "installation" : `tenant ${customerId}`;
  return `${now}  ${whose}, ${state}, ${distance(aheadMs)}`;
}

function distance(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (seconds === 0) return "as the machine's";
  const days = Math.floor(seconds / 86_400);
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return `${days} days ${time} ${aheadMs > 0 ? "ahead of" : "behind"} the machine's`;
}
