import { createServer, type Server } from "node:http";

import {
  jsonAnswer,
  parseJsonObject,
  responseOf,
  toNodeListener,
  type StoredAnswer,
} from "@slipway/sdk";

import { parseCustomer, type CustomerConfiguration } from "./core/configuration.ts";
import type { SeenOrder } from "./journal.ts";

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
  return createServer(
    toNodeListener(async (request) => {
      try {
        return responseOf(await serve(control, request));
      } catch (error) {
        return responseOf(jsonAnswer(400, { problem: String(error) }));
      }
    }),
  );
}

async function serve(control: Control, request: Request): Promise<StoredAnswer> {
  const { pathname } = new URL(request.url);
  const [, room, noun, id = ""] = pathname.split("/").map(decodeURIComponent);
  switch (`${request.method} ${room} ${noun}`) {
    case "PUT _demo customers": {
      const body = new Uint8Array(await request.arrayBuffer());
      control.configureCustomer(id, parseCustomer(parseJsonObject(body)));
      return jsonAnswer(200, {});
    }
    case "POST _demo complete":
      return control.completeOrder(id)
        ? jsonAnswer(200, {})
        : jsonAnswer(404, { problem: "Expected the id of an open order." });
    case "GET _demo journal":
      return jsonAnswer(200, { orders: control.journal() });
    default:
      return jsonAnswer(404, { problem: "No such path." });
  }
}
