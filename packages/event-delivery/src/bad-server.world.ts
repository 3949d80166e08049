import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

export interface BadServer {
  readonly endpoint: string;
  readonly port: number;
  /** How many requests arrived (their first bytes). */
  readonly requests: () => number;
  /** How many connections were opened. */
  readonly connections: () => number;
  /** Resolves when the other side has closed the first connection. */
  readonly closedByClient: Promise<void>;
  readonly close: () => Promise<void>;
}

/** A server that does as it is told with the raw socket once a request's first bytes have arrived. */
export async function startBadServer(
  behave: (socket: Socket, nth: number) => void,
  tls?: TlsOptions,
): Promise<BadServer> {
  const sockets = new Set<Socket>();
  const closed = Promise.withResolvers<void>();
  const counts = { requests: 0, connections: 0 };
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    counts.connections += 1;
    socket.on("error", () => undefined);
    socket.on("close", () => closed.resolve());
    socket.on("data", () => {
      counts.requests += 1;
      behave(socket, counts.requests);
    });
  };
  const server: Server = tls === undefined ? createServer(accept) : createTlsServer(tls, accept);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Bound to a port, the address is an object.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    requests: () => counts.requests,
    connections: () => counts.connections,
    closedByClient: closed.promise,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes chunk after chunk as fast as the other side takes them, until it closes or `totalBytes` are out; gives what was written. */
export function pour(socket: Socket, chunk: Buffer, totalBytes: number): () => number {
  let written = 0;
  const more = (): void => {
    while (written < totalBytes && !socket.destroyed) {
      written += chunk.length;
      if (!socket.write(chunk)) {
        socket.once("drain", more);
        return;
      }
    }
    socket.end();
  };
  more();
  return () => written;
}
