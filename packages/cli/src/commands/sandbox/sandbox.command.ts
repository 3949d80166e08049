import { Command } from "commander";

import type { SandboxUse } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { wholeNumber } from "../../parse-argument.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { actorOf, addActor, type ActorOptions } from "../integration/actor-options.ts";

type ActingOptions = AnswerOptions & ActorOptions;

/** `slipway sandbox`: what a sandbox may be used for. */
export function sandboxCommand(context: CommandContext): Command {
  const command = new Command("sandbox")
    .summary("read and accept the sandbox policy; withdraw or restore a sandbox")
    .description(
      "A sandbox serves to develop, test and validate one integration. The partner accepts that on record. A person of the programme may withdraw the sandbox, with a reason: the ATS API then answers 403. Nothing is withdrawn by itself.",
    );
  for (const make of [showCommand, acceptCommand]) command.addCommand(make(context));
  for (const verb of ["withdraw", "restore"] as const)
    command.addCommand(changeCommand(context, verb));
  return command;
}

function showCommand(context: CommandContext): Command {
  return addAnswerOptions(
    new Command("show")
      .summary(
        "show the policy, who accepted it, whether the sandbox is withdrawn, and signs of other use",
      )
      .argument("<sandbox>", "its id")
      .action(async (id: string, options: AnswerOptions) =>
        printAnswer(context, options, {
          ask: async (client) => client.showSandboxUse(id),
          describe: describeUse,
        }),
      ),
  );
}

function acceptCommand(context: CommandContext): Command {
  const command = new Command("accept-policy")
    .summary("accept the policy, as a named person of the partner")
    .argument("<sandbox>", "its id")
    .requiredOption("--policy <version>", "the version that was read", wholeNumber(1))
    .action(async (id: string, options: ActingOptions & { readonly policy: number }) =>
      printAnswer(context, options, {
        ask: async (client) =>
          client.acceptSandboxPolicy(id, { version: options.policy, ...actorOf(options) }),
        describe: describeUse,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function changeCommand(context: CommandContext, verb: "withdraw" | "restore"): Command {
  const command = new Command(verb)
    .summary(verb === "withdraw" ? "take a sandbox back" : "give a withdrawn sandbox back")
    .argument("<sandbox>", "its id")
    .requiredOption("--reason <text>", "why; it stays on record")
    .action(async (id: string, options: ActingOptions & { readonly reason: string }) =>
      printAnswer(context, options, {
        ask: async (client) => {
          const change = { reason: options.reason, ...actorOf(options) };
          return verb === "withdraw"
            ? client.withdrawSandbox(id, change)
            : client.restoreSandbox(id, change);
        },
        describe: describeUse,
      }),
    );
  return addAnswerOptions(addActor(command));
}

function describeUse({ sandboxId, policy, accepted, withdrawn, signals }: SandboxUse): string {
  return [
    withdrawn === null
      ? `Sandbox ${sandboxId}: in use`
      : `Sandbox ${sandboxId}: withdrawn by ${withdrawn.by} at ${withdrawn.at}: ${withdrawn.reason}`,
    accepted === null
      ? `Policy, version ${policy.version}: not accepted`
      : `Policy, version ${policy.version}: accepted by ${accepted.by} at ${accepted.at}`,
    policy.text,
    signals.length === 0
      ? "Signs of other use: none"
      : "Signs of other use, for a person to judge (docs/misuse-signals.md):",
    ...signals.map(describeSignal),
  ].join("\n");
}

function describeSignal(signal: SandboxUse["signals"][number]): string {
  return [
    `${signal.rule}, customer ${signal.customerId}: ${signal.count} calls from ${signal.firstSeen} to ${signal.lastSeen}, such as ${signal.sample}`,
    `  ${signal.explanation}`,
    `  ${signal.toDo}`,
    `  Exchanges: ${signal.exchangeIds.join(", ")}`,
  ].join("\n");
}
