import type { Header, MaskKind, RawExchange } from "@slipway/exchange";

import { findInHeader } from "./find-in-header.ts";
import { findInPairs } from "./find-in-pairs.ts";
import { findInText, type Search } from "./find-in-text.ts";
import { nothingFound, type Found } from "./found.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { findInBody } from "./find-in-body.ts";
import type { OpenedBody } from "./open-body.ts";

/**
 * One text of an exchange. Every request makes some twenty of them: they are plain records of one shape, and what is rarely
 * asked (their place in words) is a function.
 */
export interface Part {
  readonly side: "request" | "answer" | "exchange";
  readonly role: "text" | "query" | "header" | "body";
  /** `path`, `transactionId`, the header's name as it was sent. */
  readonly name: string;
  readonly text: string;
  /** Its place makes it a secret: it is masked in any case, and tells nothing about the other texts. */
  readonly isSecretPlace: boolean;
  readonly body: OpenedBody | undefined;
  /** Of a body that is the value of a marked field. */
  readonly kind: MaskKind | undefined;
}

export interface Bodies {
  readonly request: OpenedBody;
  readonly answer: OpenedBody;
}

/** The parts that every exchange has, by their position; the headers follow, those of the request first. */
export const partAt = {
  origin: 0,
  path: 1,
  query: 2,
  transactionId: 3,
  orderId: 4,
  noAnswer: 5,
  requestBody: 6,
  answerBody: 7,
  headers: 8,
} as const;

export function partsOf(raw: RawExchange, bodies: Bodies, keyKinds: KeyKinds): readonly Part[] {
  const { request, answer } = raw;
  const kind = markedField(request.path, keyKinds);
  // An error's body tells about the field and is not its value.
  const answerKind = answer.kind === "answered" && answer.status < 400 ? kind : undefined;
  const parts: Part[] = [
    newPart("request", "text", ["origin", request.origin]),
    newPart("request", "text", ["path", request.path]),
    newPart("request", "query", ["query", request.query]),
    newPart("exchange", "text", ["transactionId", raw.transactionId]),
    newPart("exchange", "text", ["orderId", raw.references.orderId ?? ""]),
    newPart("answer", "text", ["detail", answer.kind === "no-answer" ? answer.detail : ""]),
    bodyPart("request", bodies.request, kind),
    bodyPart("answer", bodies.answer, answerKind),
  ];
  for (const header of request.headers) parts.push(headerPart("request", header, keyKinds));
  if (answer.kind === "answered")
    for (const header of answer.headers) parts.push(headerPart("answer", header, keyKinds));
  return parts;
}

function newPart(side: Part["side"], role: Part["role"], [name, text]: Header): Part {
  return { side, role, name, text, isSecretPlace: false, body: undefined, kind: undefined };
}

function headerPart(side: "request" | "answer", [name, text]: Header, keyKinds: KeyKinds): Part {
  const isSecretPlace = keyKinds.isSecretHeader(name);
  return { side, role: "header", name, text, isSecretPlace, body: undefined, kind: undefined };
}

function bodyPart(side: "request" | "answer", body: OpenedBody, kind: MaskKind | undefined): Part {
  return { side, role: "body", name: "body", text: body.text, isSecretPlace: false, body, kind };
}

/** Everything in a part that must not be stored. */
export function findInPart(part: Part, search: Search): readonly Found[] {
  const { role, text, body } = part;
  if (body !== undefined) return findInBody(body, search, part.kind);
  if (text === "") return nothingFound;
  if (role === "query") return findInPairs(text, search);
  return part.isSecretPlace ? findInHeader([part.name, text], search) : findInText(text, search);
}

/** `request.query`, `answer.headers.x-error`, `answer.body`. */
export function whereIs({ side, role, name }: Part): string {
  return role === "header" ? `${side}.headers.${name.toLowerCase()}` : `${side}.${name}`;
}

/** Where a request's own credentials belong: finding them there is no fact. */
export function mayHoldCredentials({ side, isSecretPlace }: Part): boolean {
  return side === "request" && isSecretPlace;
}

const fieldOfPath = /\/fields\/([^/]+)/g;

/** The mark of the field that a single-field path names, the last where it names several. */
function markedField(path: string, keyKinds: KeyKinds): MaskKind | undefined {
  if (!path.includes("/fields/")) return undefined;
  const names = Array.from(path.matchAll(fieldOfPath), ([, name]) => name ?? "");
  return keyKinds.of(names.at(-1) ?? "");
}
