import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import {
  acceptBasic,
  createEventReceiver,
  parseJsonObject,
  redirectAnswer,
  Refusal,
  toNodeListener,
  type Authenticator,
} from "@slipway/sdk";

import { createAssessments, type Assessments } from "./assessments.ts";
import type { Behaviour } from "./behaviour.ts";
import type { Customer } from "./customer.ts";

export interface PartnerOptions {
  /** 0, the default, takes any free port of 127.0.0.1. */
  readonly port?: number;
  readonly customers?: Readonly<Record<string, Customer>>;
  /** Assessments that a recruiter ordered complete by themselves after so long; candidates of applications do when they open the page. */
  readonly completionMs?: number;
  /** What it does otherwise than the guide says; nothing unless given. */
  readonly behaviour?: Behaviour;
  /** Takes faults for the operator. */
  readonly onFault?: (fault: unknown) => void;
}

export interface StandardPartner {
  /** Where the platform calls: `http://127.0.0.1:9200`. */
  readonly endpoint: string;
  readonly configureCustomer: (customerId: string, customer: Customer) => void;
  readonly close: () => Promise<void>;
}

/** Starts the partner: `POST /events` for the platform, `GET /assess/{id}` for candidates. Resolves when it listens. */
export async function startStandardPartner(options: PartnerOptions = {}): Promise<StandardPartner> {
  const { behaviour = {}, completionMs = 1_000, onFault = () => undefined } = options;
  const customers = new Map(Object.entries(options.customers ?? {}));
  const assessments = createAssessments({
    customers,
    behaviour,
    now: () => new Date(),
    onFault,
  });
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer();
  const endpoint = await listen(server, options.port ?? 0);
  const events = createEventReceiver({
    accept: behaviour.acceptsAnyPassword === true ? acceptAnybody : acceptOf(customers),
    on: {
      ApplicationCompletedEvent: async (event) => sendOn(event),
      // The documents name the same event so.
      AssessmentEvent: async (event) => sendOn(event),
      WorkFlowStatusChangeEvent: async (event) => {
        const path = await assessments.begin(event);
        const id = path.slice("/assess/".length);
        const timer = setTimeout(() => {
          timers.delete(timer);
          assessments.complete(id).catch(onFault);
        }, completionMs);
        timers.add(timer);
      },
    },
    onFault,
  });
  const sendOn = async (
    event: Parameters<Assessments["begin"]>[0] & {
      readonly returnUrl: string;
      readonly extra: object;
    },
  ) => {
    if (behaviour.refusesUnknownMembers === true && Object.keys(event.extra).length > 0)
      throw Refusal.userError("The request is invalid.", "Expected no further members.");
    const path = await assessments.begin(event, event.returnUrl);
    return behaviour.staysSilent === true ? undefined : redirectAnswer(`${endpoint}${path}`);
  };
  server.on("request", listenerOf(toNodeListener(events), { assessments, behaviour, onFault }));
  return {
    endpoint,
    configureCustomer: (customerId, customer) => void customers.set(customerId, customer),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      await closeServer(server);
    },
  };
}

/** Pages for candidates; everything else is for `receive`. */
function listenerOf(
  receive: RequestListener,
  { onFault, ...shown }: Omit<Showing, "response"> & { readonly onFault: (fault: unknown) => void },
): RequestListener {
  return (request, response) => {
    const page = /^\/assess\/([\w-]+)(?:\/(\d+))?$/u.exec(request.url ?? "");
    if (request.method !== "GET" || page === null) {
      receive(request, response);
      return;
    }
    const [, id = "", step = "0"] = page;
    showPage({ ...shown, response }, id, Number(step)).catch((fault: unknown) => {
      onFault(fault);
      sendPage(response, 500, "The assessment could not be saved. Please try again.");
    });
  };
}

interface Showing {
  readonly assessments: Assessments;
  readonly behaviour: Behaviour;
  readonly response: ServerResponse;
}

/** Test candidates know every answer: to open the page is to complete it. */
async function showPage(
  { assessments, behaviour, response }: Showing,
  id: string,
  step: number,
): Promise<void> {
  if (step < (behaviour.pagesBefore ?? 0)) {
    redirect(response, `/assess/${id}/${step + 1}`);
    return;
  }
  const done = await assessments.complete(id);
  if (done === undefined) sendPage(response, 404, "This assessment does not exist.");
  else if (done.returnUrl === undefined || behaviour.keepsCandidate === true)
    sendPage(response, 200, "Thank you. You can close this page.");
  else redirect(response, done.returnUrl);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "content-length": 0 }).end();
}

function sendPage(response: ServerResponse, status: number, text: string): void {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Assessment</title><p>${text}</p></html>`;
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}

function acceptOf(customers: ReadonlyMap<string, Customer>): Authenticator {
  const basic = acceptBasic(
    (user) =>
      [...customers.values()].find(({ platform }) => platform.username === user)?.platform.password,
  );
  return async (request) => {
    const user = await basic(request);
    if (user === undefined) return undefined;
    // Each customer's credentials are for its own events alone.
    const { customerId } = parseJsonObject(request.body);
    const own = customers.get(String(customerId));
    return own?.platform.username === user ? user : undefined;
  };
}

const acceptAnybody: Authenticator = async () => "anybody";

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  // A server that listens on TCP has an address with a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
