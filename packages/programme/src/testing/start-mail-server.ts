import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";

import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from "smtp-server";

/** How the server meets the next mails: `dies` takes a mail and is gone before it says so. */
export type MailConduct = "accepts" | "dies" | 421 | 451 | 550 | "refuses-recipient";

/** A mail as the server took it. */
export interface TakenMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly source: string;
}

/** A real mail server on a real socket. */
export interface TestMailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  readonly conduct: (next: MailConduct) => void;
  readonly close: () => Promise<void>;
}

const login = { user: "slipway", password: "p@ss word" };

export async function startMailServer(port = 0): Promise<TestMailServer> {
  const taken: TakenMail[] = [];
  const sockets = new Set<Socket>();
  let conduct: MailConduct = "accepts";
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = username === login.user && password === login.password;
      if (isKnown) done(null, { user: login.user });
      else done(new Error(`Invalid login with ${password ?? ""}`));
    },
    onRcptTo: (_address, _session, done) => {
      done(conduct === "refuses-recipient" ? refusal(550, "no such mailbox") : null);
    },
    onData: (stream, { envelope }, done) => {
      const answer = (mail: TakenMail): void => {
        if (typeof conduct === "number") {
          done(refusal(conduct, "not now"));
          return;
        }
        taken.push(mail);
        if (conduct === "accepts") done();
        else for (const socket of sockets) socket.destroy();
      };
      // A mail that does not arrive whole is none.
      take(stream, envelope.rcptTo).then(answer, done);
    },
  });
  // A connection that breaks is what some tests are about.
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  // A listening server of this kind has an address with a port.
  const address = listening.address() as AddressInfo;
  return {
    url: `smtp://${login.user}:${encodeURIComponent(login.password)}@127.0.0.1:${address.port}`,
    taken,
    conduct: (next) => {
      conduct = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

async function take(
  stream: SMTPServerDataStream,
  recipients: readonly SMTPServerAddress[],
): Promise<TakenMail> {
  const source = await text(stream);
  const header = (name: string): string =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, "im").exec(source)?.[1] ?? "";
  return {
    messageId: header("Message-ID"),
    to: recipients.map(({ address }) => address),
    subject: header("Subject").replaceAll(/\r\n[ \t]/g, " "),
    source,
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
