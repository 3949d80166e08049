import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

import { createAtsClient, type AtsClient, type AtsClientOptions } from "./index.ts";

/** One call as it arrived. */
export interface ArrivedCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An HTTP server on a real socket that answers what a test says, and a clock that only sleeping moves. */
export interface ScriptedAts {
  readonly address: string;
  readonly calls: readonly ArrivedCall[];
  readonly sleptMs: readonly number[];
  readonly passTime: (ms: number) => void;
  readonly client: (options?: Partial<AtsClientOptions>) => AtsClient;
  readonly close: () => Promise<void>;
}

/** `lost` cuts the connection without an answer. */
export type Script = (
  call: ArrivedCall,
  index: number,
  origin: string,
) => ScriptedAnswer | "lost" | Promise<ScriptedAnswer>;

export const startOfDay = Date.parse("2026-01-15T10:00:00Z");
export const basicUser = {
  kind: "basic",
  username: "int-user",
  password: "very secret password",
} as const;

export async function startScriptedAts(script: Script): Promise<ScriptedAts> {
  const calls: ArrivedCall[] = [];
  const sleptMs: number[] = [];
  let now = startOfDay;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const call = { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
      calls.push(call);
      void Promise.resolve(script(call, calls.length - 1, origin)).then((answer) => {
        if (answer === "lost") return void request.socket.destroy();
        response.writeHead(answer.status, answer.headers);
        const text = answer.json === undefined ? answer.text : JSON.stringify(answer.json);
        return void response.end(text);
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on TCP has an address of this kind.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `${origin}/customers/9001`;
  return {
    address,
    calls,
    sleptMs,
    passTime: (ms) => void (now += ms),
    client: (options) =>
      createAtsClient({
        address,
        credentials: basicUser,
        machine: {
          now: () => now,
          random: () => 0,
          sleep: async (ms) => {
            sleptMs.push(ms);
            now += ms;
          },
        },
        ...options,
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
