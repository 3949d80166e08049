import type { ReadStream } from "node:tty";

interface AskOptions {
  readonly stdin: ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly question: string;
}

const endOfText = "\u0003";
const backspaces = new Set(["\u007F", "\b"]);

/** Asks a person at a terminal for a secret that is not shown while it is typed; undefined when Ctrl-C or Ctrl-D is typed. */
export async function askSecret({
  stdin,
  stderr,
  question,
}: AskOptions): Promise<string | undefined> {
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  try {
    return await readLine(stdin);
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write("\n");
  }
}

async function readLine(stdin: ReadStream): Promise<string | undefined> {
  let typed = "";
  // A chunk may hold several keys: what is pasted arrives at once.
  for await (const chunk of stdin.iterator({ destroyOnReturn: false })) {
    for (const key of String(chunk)) {
      if (key === "\r" || key === "\n") return typed;
      if (key === endOfText || key === "\u0004") return undefined;
      typed = backspaces.has(key) ? typed.slice(0, -1) : typed + key;
    }
  }
  return undefined;
}
