import { Problem } from "@slipway/foundation";

/** One setting that cannot be used, in words. */
export interface WrongSetting {
  readonly name: string;
  /** What was found, quoted where it may be shown. */
  readonly found: string;
  readonly expected: string;
}

/** The environment cannot be read as a configuration. Names every wrong setting at once; the process ends with `exitCode`. */
export class ConfigurationProblem extends Problem {
  readonly exitCode = 78;
  readonly wrong: readonly WrongSetting[];

  constructor(wrong: readonly WrongSetting[], known: readonly string[]) {
    const lines = wrong.map(
      ({ name, found, expected }) => `  ${name}: expected ${expected}, found ${found}.`,
    );
    super({
      code: "CONFIGURATION-WRONG",
      status: 500,
      message: [
        `Expected a configuration that can be read, found ${wrong.length === 1 ? "1 wrong setting" : `${wrong.length} wrong settings`} in the environment:`,
        ...lines,
        `Correct or remove them and start again. The settings are: ${known.join(", ")}.`,
      ].join("\n"),
    });
    this.wrong = wrong;
  }
}
