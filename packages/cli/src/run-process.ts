import { describeFault } from "./describe-fault.ts";
import { exitCodes } from "./exit-codes.ts";
import { runCommandLine } from "./run-command-line.ts";
import { createScreen } from "./terminal/screen.ts";

/** Runs the command of this process's arguments and sets the process's exit code. */
export async function runProcess(): Promise<void> {
  const { stdout, stderr, stdin, argv } = process;
  // An empty variable counts as missing, as it does for the platform.
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  // Whoever reads our output may stop reading, such as `head`: there is nobody left to print to.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const screen = createScreen({ stdout, stderr, env });
  process.on("uncaughtException", (bug) => {
    screen.say(describeFault(bug).text);
    process.exit(exitCodes.notJudged);
  });
  const stopping = stopOnSignals(screen.tell);
  process.exitCode = await runCommandLine(argv.slice(2), { screen, env, stdin, stderr, stopping });
}

/** A signal asks the command to stop: it cancels its run, ends its platform and only then the process. */
function stopOnSignals(tell: (line: string) => void): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping.signal.aborted) tell("Stopping …");
      stopping.abort(signal);
    });
  }
  return stopping.signal;
}
