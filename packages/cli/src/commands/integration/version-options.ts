import type { Command } from "commander";

import { wholeNumber } from "../../parse-argument.ts";
import type { AnswerOptions } from "../answer-command.ts";
import type { ActorOptions } from "./actor-options.ts";

/** The options of a command about one version. */
export interface VersionOptions extends AnswerOptions, ActorOptions {
  readonly number: number;
}

/** Adds the option that says of which. */
export function addNumber(command: Command): Command {
  return command.option("--number <n>", "of which version", wholeNumber(1), 1);
}
