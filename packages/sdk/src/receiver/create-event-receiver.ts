import type { AnswerStore } from "../answer/answer-store.ts";
import { jsonAnswer, type StoredAnswer } from "../answer/stored-answer.ts";
import { Refusal } from "../answer/refusal.ts";
import { sha256 } from "../credentials/canonical-request.ts";
import type { AtsEvent, KnownEvents } from "./ats-event.ts";
import { createEndpoint, type EndpointOptions, type KnownRequest } from "./create-endpoint.ts";
import type { RequestHandler } from "./inbound-request.ts";
import { parseEvent } from "./parse-event.ts";

/** Nothing returned is answered as 200: processed. */
type HandlerResult = Promise<StoredAnswer | undefined | void>;

/** A handler for each type of event that you care about. */
export type EventHandlers = {
  readonly [Type in keyof KnownEvents]?: (
    event: KnownEvents[Type],
    request: KnownRequest,
  ) => HandlerResult;
};

export interface EventReceiverOptions extends Omit<EndpointOptions, "handle"> {
  readonly on: EventHandlers;
  /** For events without a handler, also of types that are new. Left out: they are answered with 200. */
  readonly otherwise?: (event: AtsEvent, request: KnownRequest) => HandlerResult;
  /** Left out: an event that comes twice is handled twice. */
  readonly store?: AnswerStore;
  /**
   * By what an event is known again. Left out: its bytes, user and signed time. Events have no number: unsigned, the same
   * candidate moved twice the same way sends the same bytes, so keep such answers for minutes, not days.
   */
  readonly keyOf?: (event: AtsEvent, request: KnownRequest) => string;
}

const processed = jsonAnswer(200, {});

/** Receives the events of the ATS: gzip or plain, proved, parsed and typed, each handled once when there is a store. */
export function createEventReceiver(options: EventReceiverOptions): RequestHandler {
  const { on, otherwise, store, keyOf = contentKey, ...endpoint } = options;
  const handle = async (request: KnownRequest): Promise<StoredAnswer> => {
    checkMethod(request);
    const event = parseEvent(request.body);
    // The type of the event chooses its handler: `parseEvent` made it complete for that type.
    const handlers = on as Readonly<Record<string, typeof otherwise>>;
    const handler = Object.hasOwn(on, event.eventType) ? handlers[event.eventType] : otherwise;
    const make = async (): Promise<StoredAnswer> => (await handler?.(event, request)) ?? processed;
    if (store === undefined) return make();
    return (await store.once(keyOf(event, request), make)).answer;
  };
  return createEndpoint({ ...endpoint, handle });
}

function checkMethod({ method }: KnownRequest): void {
  if (method === "POST") return;
  throw new Refusal({
    status: 405,
    userMessage: "The request could not be read. Please contact support.",
    debugErrorMessage: `Expected POST, found ${method}.`,
  });
}

function contentKey(_event: AtsEvent, { user, headers, body }: KnownRequest): string {
  return `${user} ${headers.get("x-icims-date") ?? ""} ${sha256(body)}`;
}
