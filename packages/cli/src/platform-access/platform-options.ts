import { Option, type Command } from "commander";

/** The options with which every command that needs a platform says which one. */
export function addPlatformOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--data <folder>",
        "data folder of the installation; started if nothing serves it (default: SLIPWAY_DATA, else .slipway)",
      ),
    )
    .addOption(
      new Option("--platform <url>", "work with a platform that is already running").conflicts(
        "data",
      ),
    )
    .addOption(
      new Option(
        "--token-file <file>",
        "file with the token to call with (default: SLIPWAY_TOKEN, else admin-token in the data folder)",
      ),
    );
}
