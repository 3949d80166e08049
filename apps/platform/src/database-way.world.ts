import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";

import type { Database } from "@slipway/database";

/** The way to a database server, which can be blocked and opened again. */
export interface Way {
  readonly url: string;
  readonly block: () => Promise<void>;
  readonly open: () => Promise<void>;
  /** Takes calls and lets nothing through, as a server that hangs. */
  readonly hang: () => void;
  readonly close: () => Promise<void>;
}

export async function openWay({ connection }: Database): Promise<Way> {
  if ("url" in connection) throw new Error("Expected the test server on a socket");
  const { host, port, user, database: name } = connection;
  const sockets = new Set<Socket>();
  let hangs = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  };
  const server = createServer((caller) => {
    keep(caller);
    if (hangs) return;
    const called = keep(connect(join(host, `.s.PGSQL.${port}`)));
    caller.pipe(called).pipe(caller);
  });
  const listenOn = async (wanted: number): Promise<number> => {
    server.listen(wanted, "127.0.0.1");
    await once(server, "listening");
    // A listening server of this kind has an address with a port.
    return (server.address() as AddressInfo).port;
  };
  const own = await listenOn(0);
  const block = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, "close");
  };
  return {
    url: `postgres://${user}@127.0.0.1:${own}/${name}`,
    block,
    open: async () => {
      hangs = false;
      await listenOn(own);
    },
    hang: () => {
      hangs = true;
      for (const socket of sockets) socket.destroy();
    },
    close: block,
  };
}
