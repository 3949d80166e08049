import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startPrimePartner, type PrimePartner } from "@slipway/example-prime-partner";

/** The command as it stands in the repository. */
const sourceCommand = [
  process.execPath,
  "--conditions=@slipway/source",
  fileURLToPath(new URL("../../../packages/cli/src/main.ts", import.meta.url)),
];

/** What a command left behind when it ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command under way. */
export interface Begun {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves as soon as the text stands in what was printed on either stream. */
  readonly prints: (text: string) => Promise<void>;
}

/** A folder of its own with a real partner, and the real command line. */
export interface CommandWorld {
  readonly folder: string;
  readonly data: string;
  readonly partner: PrimePartner;
  /** The declaration of the example partner, as a file. */
  readonly partnerConfig: string;
  readonly passwordFile: string;
  readonly slipway: (...args: readonly string[]) => Promise<Ended>;
  readonly begin: (args: readonly string[], env?: NodeJS.ProcessEnv) => Begun;
  /** Gives the partner, or another one, what the credentials file of a sandbox holds. */
  readonly configurePartner: (credentialsFile: string, other?: PrimePartner) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const username = "slipway";
export const password = "a password that is written nowhere";

/** What the example partner declares; its manifest is that of the guide. */
export const declaration = {
  completesTestOrders: true,
  supportsCancel: true,
  manifest: [
    ["person", "firstname", "read", true],
    ["person", "lastname", "read", true],
    ["person", "email", "read", true],
    ["person", "phones", "read", false],
    ["job", "jobtitle", "read", true],
    ["job", "joblocation", "read", false],
    ["applicantworkflow", "assessmentresults", "read-write", false],
    ["applicantworkflow", "status", "read", false],
  ].map(([profileType, field, access, required]) => ({ profileType, field, access, required })),
  wordings: {},
};

export async function createCommandWorld(command = sourceCommand): Promise<CommandWorld> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-command-"));
  const partner = await startPrimePartner({ testCompletionMs: 300 });
  const passwordFile = join(folder, "password");
  const partnerConfig = join(folder, "partner.json");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await writeFile(partnerConfig, JSON.stringify({ declaration }));
  const begun = new Set<ChildProcess>();
  const begin = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Begun => {
    const one = beginCommand([...command, ...args], { ...quietEnvironment(), ...env }, folder);
    begun.add(one.child);
    return one;
  };
  return {
    folder,
    data: join(folder, "data"),
    partner,
    partnerConfig,
    passwordFile,
    begin,
    slipway: async (...args) => begin(args).ended,
    configurePartner: async (file, other = partner) => configurePartner(other, file),
    close: async () => {
      for (const child of begun) if (child.exitCode === null) child.kill("SIGKILL");
      await partner.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The environment without settings of ours, of a database or of colours, on ports of its own. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:SLIPWAY_|DATABASE_URL$|NO_COLOR$|FORCE_COLOR$|NODE_OPTIONS$|VITEST)/.test(name),
  );
  const ports = { SLIPWAY_PORT: "0", SLIPWAY_SANDBOX_PORT_A: "0", SLIPWAY_SANDBOX_PORT_B: "0" };
  return { ...Object.fromEntries(inherited), ...ports };
}

function beginCommand(
  [program = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
): Begun {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  const ended = once(child, "close").then(([exitCode]) => ({
    ...printed,
    exitCode: exitCode as number | null,
  }));
  const seen = (text: string): boolean =>
    printed.stdout.includes(text) || printed.stderr.includes(text);
  return {
    child,
    ended,
    prints: async (text) => {
      while (!seen(text)) {
        const isOver = await Promise.race([
          ended.then(() => true),
          once(child.stdout, "data").then(() => false),
          once(child.stderr, "data").then(() => false),
        ]);
        if (isOver && !seen(text))
          throw new Error(`Expected "${text}", found ${JSON.stringify(await ended)}`);
      }
    },
  };
}

async function configurePartner(partner: PrimePartner, file: string): Promise<void> {
  const { customers } = JSON.parse(await readFile(file, "utf8")) as {
    readonly customers: Readonly<
      Record<string, { readonly ats: { readonly username: string; readonly password: string } }>
    >;
  };
  for (const [customerId, { ats }] of Object.entries(customers)) {
    partner.configureCustomer(customerId, {
      ats,
      platform: { username, password },
      packages: [{ packageId: `p-${customerId}`, name: `Logic ${customerId}`, active: true }],
    });
  }
}
