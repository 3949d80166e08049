import { Command } from "commander";

import type { LoginGroup, PlatformClient } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";
import { describeLoginGroups } from "./describe-login-groups.ts";
import { readLoginGroups } from "./read-login-groups.ts";

interface TenantOptions extends AnswerOptions {
  readonly tenant: string;
}

/** `slipway login-groups`: which fields and folders the users of a tenant's API may see, write, and have to fill. */
export function loginGroupsCommand(context: CommandContext): Command {
  const command = new Command("login-groups")
    .summary("show or set what the login groups of a tenant may see and do")
    .description(
      'Field rules by login group and type of profile: hidden, readOnly, required and hiddenFolders. Users of the ATS API are in "Integration User" unless their credential says otherwise; a group without rules sees everything. The two tenants of a sandbox may differ.',
    );
  for (const one of [showCommand, setCommand, presetCommand, clearCommand])
    command.addCommand(withTenant(one(context)));
  return command;
}

function showCommand(context: CommandContext): Command {
  return new Command("show")
    .summary("say which groups have rules, and which")
    .action(async (options: TenantOptions) =>
      act(context, options, async (client) => client.listLoginGroups(options.tenant)),
    );
}

function setCommand(context: CommandContext): Command {
  return new Command("set")
    .summary("put the groups of a file in place of all")
    .argument("<file>", 'JSON as "slipway login-groups show --format json" prints it')
    .action(async (file: string, options: TenantOptions) => {
      const groups = await readLoginGroups(file);
      await act(context, options, async (client) => client.saveLoginGroups(options.tenant, groups));
    });
}

function presetCommand(context: CommandContext): Command {
  return new Command("preset")
    .summary("give a group rules that tenants are known to have")
    .argument("<name>", "such as shared-partner-sandbox: workflows do not tell their person")
    .option("--group <name>", "the group; others keep their rules", "Integration User")
    .action(async (preset: string, options: TenantOptions & { readonly group: string }) =>
      act(context, options, async (client) => {
        const known = await client.listLoginGroups(options.tenant);
        const others = known.filter(({ name }) => name !== options.group);
        return client.saveLoginGroups(options.tenant, [...others, { name: options.group, preset }]);
      }),
    );
}

function clearCommand(context: CommandContext): Command {
  return new Command("clear")
    .summary("take all rules away")
    .action(async (options: TenantOptions) =>
      act(context, options, async (client) => client.saveLoginGroups(options.tenant, [])),
    );
}

function withTenant(command: Command): Command {
  return addAnswerOptions(
    command.requiredOption("--tenant <customer>", "the customer id of the tenant"),
  );
}

async function act(
  context: CommandContext,
  options: TenantOptions,
  ask: (client: PlatformClient) => Promise<readonly LoginGroup[]>,
): Promise<void> {
  await printAnswer(context, options, {
    ask: async (client) => ({ loginGroups: await ask(client) }),
    describe: ({ loginGroups }) => describeLoginGroups(loginGroups),
  });
}
