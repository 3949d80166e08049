import { Transform } from "node:stream";

import { createTransport, type NodemailerError } from "nodemailer";

/** A mail ready to be sent. */
export interface Mail {
  /** Stays the same however often it is sent, so that whoever keeps ids of mails sees a second one for what it is. */
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
}

/**
 * What came of sending a mail. `deferred`: it was not taken, and may be later. `refused`: the server refused this mail for good.
 * `unknown`: the whole of it was sent and no answer came.
 */
export interface MailOutcome {
  readonly kind: "accepted" | "deferred" | "refused" | "unknown";
  /** The server's words, or ours of what happened on the way. */
  readonly answer: string;
}

/** The server that takes our mail. */
export interface MailServer {
  /**
   * Sends one mail over a connection of its own. Before the last line leaves, the line by which the server takes the mail,
   * `onHandingOver` is awaited; if it fails, the line is not sent. Never rejects.
   */
  readonly send: (mail: Mail, onHandingOver: () => Promise<void>) => Promise<MailOutcome>;
  /** What stands behind the @ of our message ids. */
  readonly domain: string;
}

export interface MailServerOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** Address from which mail comes. */
  readonly from: string;
  /** How long the server may keep silent, in milliseconds of real time. */
  readonly timeoutMs: number;
}

export function createMailServer(options: MailServerOptions): MailServer {
  return {
    domain: options.from.slice(options.from.lastIndexOf("@") + 1),
    send: async (mail, onHandingOver) => {
      const attempt = { isHandedOver: false };
      try {
        return await sendOver(options, mail, async () => {
          await onHandingOver();
          attempt.isHandedOver = true;
        });
      } catch (error) {
        return outcomeOf(error, attempt.isHandedOver, options.url);
      }
    },
  };
}

async function sendOver(
  { url, from, timeoutMs }: MailServerOptions,
  { messageId, recipient, subject, text, html, date }: Mail,
  onHandingOver: () => Promise<void>,
): Promise<MailOutcome> {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  transport.use("stream", ({ message }, done) => {
    message.transform(() => gateBeforeTheEnd(onHandingOver));
    done();
  });
  const sent = await transport.sendMail({
    from,
    to: recipient,
    subject,
    text,
    html,
    date,
    messageId: `<${messageId}>`,
    // What is in a notice came from people: nothing in it may name a file or an address to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { kind: "accepted", answer: sent.response };
}

/** Lets a mail through and holds its end back until `open` has resolved: the line that hands it over follows the end. */
function gateBeforeTheEnd(open: () => Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => {
      done(null, chunk);
    },
    flush: (done) => {
      open().then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

/** The answers to these are about the mail; to any other command about the connection. */
const commandsOfMail = new Set(["MAIL FROM", "RCPT TO", "DATA"]);

function outcomeOf(error: unknown, isHandedOver: boolean, url: string): MailOutcome {
  // What nodemailer throws has these; of anything else they are missing.
  const { responseCode, command, response, message } = error as Partial<NodemailerError>;
  const answer = withoutSecrets(response ?? message ?? String(error), url);
  if (responseCode === undefined) return { kind: isHandedOver ? "unknown" : "deferred", answer };
  const isFinal = responseCode >= 500 && commandsOfMail.has(command ?? "");
  return { kind: isFinal ? "refused" : "deferred", answer };
}

/** A server may repeat what it was told, also in the form in which it was told. */
function withoutSecrets(text: string, url: string): string {
  const { username, password } = new URL(url);
  const user = decodeURIComponent(username);
  const secret = decodeURIComponent(password);
  if (secret === "") return text;
  const forms = [`\0${user}\0${secret}`, secret, password].flatMap((form) => [
    form,
    Buffer.from(form).toString("base64"),
  ]);
  return forms.reduce((shown, form) => shown.replaceAll(form, "(secret)"), text);
}
