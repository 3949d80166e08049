import type { Header, MaskKind, RawExchange } from "@slipway/exchange";

import { findInHeader, isCredentialHeader, isSecretHeader } from "./find-in-header.ts";
import { findInPairs } from "./find-in-pairs.ts";
import { findInText, type Search } from "./find-in-text.ts";
import type { Found } from "./found.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { findInBody, type OpenedBody } from "./mask-body.ts";

/** One text of an exchange. */
export interface Part {
  /** `request.query`, `answer.headers.x-error`, `answer.body`. */
  readonly where: string;
  readonly text: string;
  readonly find: (search: Search) => readonly Found[];
  /** Its place makes it a secret: it is masked in any case, and tells nothing about the other texts. */
  readonly isSecretPlace: boolean;
  /** Where a request's own credentials belong: finding them there is no fact. */
  readonly mayHoldCredentials: boolean;
  readonly isJson: boolean;
}

/** Every text of an exchange by its role. */
export interface Parts {
  readonly origin: Part;
  readonly path: Part;
  readonly query: Part;
  readonly transactionId: Part;
  readonly orderId: Part;
  readonly noAnswer: Part;
  readonly requestHeaders: readonly Part[];
  readonly answerHeaders: readonly Part[];
  readonly requestBody: Part;
  readonly answerBody: Part;
}

export interface Bodies {
  readonly request: OpenedBody;
  readonly answer: OpenedBody;
}

export function partsOf(raw: RawExchange, bodies: Bodies, keyKinds: KeyKinds): Parts {
  const { request, answer } = raw;
  const kind = markedField(request.path, keyKinds);
  // An error's body tells about the field and is not its value.
  const answerKind = answer.kind === "answered" && answer.status < 400 ? kind : undefined;
  return {
    origin: textPart("request.origin", request.origin),
    path: textPart("request.path", request.path),
    query: {
      ...textPart("request.query", request.query),
      find: (search) => findInPairs(request.query, search),
    },
    transactionId: textPart("transactionId", raw.transactionId),
    orderId: textPart("references.orderId", raw.references.orderId ?? ""),
    noAnswer: textPart("answer.detail", answer.kind === "no-answer" ? answer.detail : ""),
    requestHeaders: request.headers.map((header) => ({
      ...headerPart("request", header, keyKinds),
      mayHoldCredentials: isCredentialHeader(header[0]),
    })),
    answerHeaders:
      answer.kind === "answered"
        ? answer.headers.map((header) => headerPart("answer", header, keyKinds))
        : [],
    requestBody: bodyPart("request.body", bodies.request, kind),
    answerBody: bodyPart("answer.body", bodies.answer, answerKind),
  };
}

export function listParts(parts: Parts): readonly Part[] {
  const { requestHeaders, answerHeaders, ...single } = parts;
  return [...Object.values(single), ...requestHeaders, ...answerHeaders];
}

function textPart(where: string, text: string): Part {
  return {
    where,
    text,
    find: (search) => findInText(text, search),
    isSecretPlace: false,
    mayHoldCredentials: false,
    isJson: false,
  };
}

function headerPart(side: "request" | "answer", header: Header, keyKinds: KeyKinds): Part {
  const [name, value] = header;
  return {
    ...textPart(`${side}.headers.${name.toLowerCase()}`, value),
    find: (search) => findInHeader(header, search),
    isSecretPlace: isSecretHeader(name, { keyKinds }),
  };
}

function bodyPart(where: string, body: OpenedBody, kind: MaskKind | undefined): Part {
  return {
    ...textPart(where, body.text),
    find: (search) => findInBody(body, search, kind),
    isJson: body.form === "json",
  };
}

const fieldOfPath = /\/fields\/([^/]+)/g;

/** The mark of the field that a single-field path names, the last where it names several. */
function markedField(path: string, keyKinds: KeyKinds): MaskKind | undefined {
  if (!path.includes("/fields/")) return undefined;
  const names = Array.from(path.matchAll(fieldOfPath), ([, name]) => name ?? "");
  return keyKinds.of(names.at(-1) ?? "");
}
