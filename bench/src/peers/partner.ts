import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { endWithParent } from "../processes/end-with-parent.ts";

// A partner that answers at once, and keeps a journal: by delivery, when its 2xx was handed to the network. Asked for
// anything, it tells the journal.
endWithParent();
const answeredAt: Record<string, number> = {};
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(204).end(() => {
    answeredAt[String(request.headers["x-slipway-delivery"])] =
      performance.timeOrigin + performance.now();
  });
});
server.keepAliveTimeout = 60_000;
process.on("message", () => process.send?.(answeredAt));
server.listen(0, "127.0.0.1", () => {
  // A server on a port has an address with one.
  process.send?.({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
