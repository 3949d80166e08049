import { once } from "node:events";
import { createRequire } from "node:module";
import type { Server } from "node:net";

import { endWithParent } from "../processes/end-with-parent.ts";

// json-server as its own documentation starts it from a program, without its log. Started with the file of the records; tells
// its address.
endWithParent();
interface JsonServer {
  readonly create: () => App;
  readonly router: (file: string) => unknown;
  readonly defaults: (options: { readonly logger: boolean }) => unknown;
}
interface App {
  readonly use: (handler: unknown) => void;
  readonly listen: (port: number, host: string) => Server;
}

// The package is CommonJS and brings no types; these are the three of its exports that are used.
const jsonServer = createRequire(import.meta.url)("json-server") as JsonServer;
const app = jsonServer.create();
app.use(jsonServer.defaults({ logger: false }));
app.use(jsonServer.router(process.argv[2] ?? ""));
const server = app.listen(0, "127.0.0.1");
await once(server, "listening");
const bound = server.address();
if (bound === null || typeof bound === "string")
  throw new Error("Expected the address of a port, found none");
process.send?.({ address: `http://127.0.0.1:${bound.port}` });
