import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The example partner as a process of its own, as a real partner's would be. */
export interface PartnerProcess {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Starts the example partner with a configuration file; resolves when it listens. It ends when this process exits. */
export async function startPartner(
  configFile: string,
  ordersFile: string,
): Promise<PartnerProcess> {
  const main = fileURLToPath(import.meta.resolve("@slipway/example-prime-partner/main"));
  const child = spawn(
    process.execPath,
    ["--conditions=@slipway/source", main, "--config", configFile],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, PRIME_PARTNER_ORDERS_FILE: ordersFile },
    },
  );
  const kill = (): void => void child.kill("SIGTERM");
  process.once("exit", kill);
  const exited = once(child, "exit").finally(() => process.removeListener("exit", kill));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    exited.then(([code]) => {
      throw new Error(`Expected the example partner to listen, found that it ended with ${code}`);
    }),
  ]);
  // The one line that the partner prints says where it listens.
  const { port } = JSON.parse(line) as { readonly port: number };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
