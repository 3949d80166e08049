import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process that the bench started. */
export interface Program<Ready> {
  readonly processId: number;
  /** What it said first. */
  readonly ready: Ready;
  /** Sends a message and waits for the answer: one at a time. */
  readonly ask: <Answer>(message: object) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

export interface ProgramOptions {
  readonly args?: readonly string[];
  readonly nodeFlags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const readyWithinMs = 60_000;

/**
 * Starts a TypeScript program as a process of its own; resolves with its first message. Programs end when the channel to
 * this process closes, so none outlives the bench, however it ends.
 */
export async function startProgram<Ready>(
  name: string,
  file: URL,
  { args = [], nodeFlags = [], env = {} }: ProgramOptions = {},
): Promise<Program<Ready>> {
  const child = fork(fileURLToPath(file), [...args], {
    execArgv: ["--conditions=@slipway/source", ...nodeFlags],
    env: { ...inherited(), ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  const hear = async (): Promise<unknown> => {
    const waiting = new AbortController();
    try {
      const [message] = (await Promise.race([
        once(child, "message", { signal: waiting.signal }),
        ended.then(([code, signal]) => {
          throw new Error(`Expected ${name} to answer, found that it ended (${code ?? signal})`);
        }),
      ])) as [unknown];
      return message;
    } finally {
      waiting.abort();
    }
  };
  const ready = (await readyInTime(hear(), name, child)) as Ready;
  return {
    processId: child.pid ?? 0,
    ready,
    ask: async <Answer>(message: object) => {
      const answered = hear();
      child.send(message);
      return (await answered) as Answer;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(killer);
    },
  };
}

/** Settings of whoever runs the bench would change what is measured. */
function inherited(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("SLIPWAY_") && !["DATABASE_URL", "NODE_OPTIONS"].includes(name),
  );
  return Object.fromEntries(kept);
}

async function readyInTime(
  ready: Promise<unknown>,
  name: string,
  child: ChildProcess,
): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      ready,
      new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          child.kill("SIGKILL");
          reject(
            new Error(`Expected ${name} to be ready within ${readyWithinMs} ms, found it was not`),
          );
        }, readyWithinMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
