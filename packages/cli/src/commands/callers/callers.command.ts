import { Command } from "commander";

import type { CallerAddresses, PlatformClient } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { addAnswerOptions, printAnswer, type AnswerOptions } from "../answer-command.ts";

type Ask = (client: PlatformClient) => Promise<CallerAddresses>;

/** `slipway callers`: from where a customer's integration user may call the ATS. */
export function callersCommand(context: CommandContext): Command {
  const print = async (options: AnswerOptions, ask: Ask): Promise<void> =>
    printAnswer(context, options, { ask, describe: describeCallers });
  const show = ofCustomer("show", "say from where a customer's user may call").action(
    async (customer: string, options: AnswerOptions) =>
      print(options, async (client) => client.loadCallerAddresses(customer)),
  );
  const set = ofCustomer("set", "let it call from these addresses only")
    .argument("<addresses...>", "such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32")
    .action(async (customer: string, addresses: readonly string[], options: AnswerOptions) =>
      print(options, async (client) => client.setCallerAddresses(customer, addresses)),
    );
  const clear = ofCustomer("clear", "let it call from anywhere").action(
    async (customer: string, options: AnswerOptions) =>
      print(options, async (client) => client.setCallerAddresses(customer, [])),
  );
  const command = new Command("callers")
    .summary("show or set from where a customer's ATS may be called")
    .description(
      "Customers list the addresses from which an integration calls them. With a list, a call from another address is refused; the address is that of the connection, whatever headers say. It holds for the next call.",
    );
  for (const one of [show, set, clear]) command.addCommand(addAnswerOptions(one));
  return command;
}

function ofCustomer(name: string, summary: string): Command {
  return new Command(name)
    .summary(summary)
    .argument("<customer>", "customer id of one of the sandbox's tenants");
}

function describeCallers({ addresses }: CallerAddresses): string {
  return addresses.length === 0 ? "from anywhere" : addresses.join("\n");
}
