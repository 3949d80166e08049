import type { IncomingMessage, Server } from "node:http";

import { parseCustomer, type CustomerConfiguration } from "./configuration.ts";
import type { SeenOrder } from "./journal.ts";
import { createJsonServer, parseJson, readText, type JsonAnswer } from "./json-http.ts";

export interface Control {
  readonly configureCustomer: (customerId: string, customer: CustomerConfiguration) => void;
  readonly completeOrder: (orderId: string) => boolean;
  readonly journal: () => readonly SeenOrder[];
}

/**
 * What a demonstration needs and the contract does not know, on a port of its own, for this machine only and without
 * credentials: `PUT /_demo/customers/{customerId}`, `POST /_demo/complete/{orderId}`, `GET /_demo/journal`.
 */
export function createControlServer(control: Control): Server {
  return createJsonServer(async (request) => {
    try {
      return await serve(control, request);
    } catch (error) {
      return { status: 400, body: { problem: String(error) } };
    }
  });
}

async function serve(control: Control, request: IncomingMessage): Promise<JsonAnswer> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const [, room, noun, id = ""] = pathname.split("/").map(decodeURIComponent);
  switch (`${request.method} ${room} ${noun}`) {
    case "PUT _demo customers":
      control.configureCustomer(id, parseCustomer(parseJson(await readText(request))));
      return { status: 200, body: {} };
    case "POST _demo complete":
      return control.completeOrder(id)
        ? { status: 200, body: {} }
        : { status: 404, body: { problem: "Expected the id of an open order." } };
    case "GET _demo journal":
      return { status: 200, body: { orders: control.journal() } };
    default:
      return { status: 404, body: { problem: "No such path." } };
  }
}
