import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { SMTPServer } from "smtp-server";

import { createPlatformClient, type PlatformClient } from "@slipway/platform-client";

import { startPlatform, type RunningPlatform } from "../starting/platform-process.ts";

/** A platform with a mail server, which can be killed and started again on its data. */
export interface DeadlineWorld {
  readonly data: string;
  /** Message ids and subjects of the mails that were taken, in their order. */
  readonly mails: readonly TakenMail[];
  readonly client: () => PlatformClient;
  readonly start: () => Promise<void>;
  /** SIGKILL to the server. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TakenMail {
  readonly messageId: string;
  readonly subject: string;
}

export async function openDeadlineWorld(): Promise<DeadlineWorld> {
  const data = await mkdtemp(join(tmpdir(), "slipway-deadlines-"));
  const mails: TakenMail[] = [];
  const { server, port } = await startMailServer(mails);
  const env = {
    SLIPWAY_SMTP_URL: `smtp://127.0.0.1:${port}`,
    SLIPWAY_MAIL_FROM: "programme@slipway.example.test",
  };
  let platform: RunningPlatform | undefined;
  let client: PlatformClient | undefined;
  return {
    data,
    mails,
    client: () => {
      if (client === undefined) throw new Error("Expected a platform that runs, found none");
      return client;
    },
    start: async () => {
      platform = await startPlatform({ data, env });
      const token = (await readFile(join(data, "admin-token"), "utf8")).trim();
      client = createPlatformClient({ baseUrl: platform.address, token });
    },
    kill: async () => {
      if (platform === undefined) return;
      const ended = once(platform.child, "exit");
      platform.child.kill("SIGKILL");
      await ended;
    },
    close: async () => {
      await platform?.stop();
      await new Promise<void>((resolve) => server.close(resolve));
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A real mail server that keeps what it takes in `mails`. */
export async function startMailServer(
  mails: TakenMail[],
): Promise<{ readonly server: SMTPServer; readonly port: number }> {
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: true,
    onData: (stream, _session, done) => {
      // A mail that does not arrive whole, because its sender was killed, is none.
      text(stream).then((source) => {
        const header = (name: string): string =>
          new RegExp(`^${name}: (.*)`, "im").exec(source)?.[1]?.trim() ?? "";
        mails.push({ messageId: header("Message-ID"), subject: header("Subject") });
        done();
      }, done);
    },
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  // A listening server of this kind has an address with a port.
  return { server, port: (listening.address() as AddressInfo).port };
}
