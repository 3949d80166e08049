import type { Fact, Header, RawExchange, RecordedBody } from "@slipway/exchange";

import { findInText } from "./find-in-text.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { openBody, storeBody } from "./mask-body.ts";
import { markerFor, type Marker } from "./marker.ts";
import { listParts, partsOf, type Part } from "./parts.ts";
import { presentedSecrets } from "./presented-secrets.ts";
import { findFacts } from "./find-facts.ts";
import { render } from "./render.ts";
import { searchParts } from "./search-parts.ts";
import { describeSecret } from "./secrets.ts";
import { storedText } from "./stored-text.ts";

export interface MaskingRules {
  readonly keyKinds: KeyKinds;
  /** Longest stored body in bytes. */
  readonly limitBytes: number;
}

/** The texts of an exchange with marks in the place of everything that must not be stored, and what only they could tell. */
export interface MaskedExchange {
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly transactionId: string;
  readonly orderId: string;
  readonly noAnswerDetail: string;
  readonly requestHeaders: readonly Header[];
  readonly answerHeaders: readonly Header[];
  readonly requestBody: RecordedBody;
  readonly answerBody: RecordedBody;
  readonly facts: readonly Fact[];
  /** Masks one of the short texts besides. */
  readonly maskText: (text: string) => string;
}

export function maskExchange(raw: RawExchange, rules: MaskingRules): MaskedExchange {
  const { keyKinds, limitBytes } = rules;
  const answerHeaders = raw.answer.kind === "answered" ? raw.answer.headers : [];
  const bodies = {
    request: openBody(raw.request.body, raw.request.headers, limitBytes),
    answer: openBody(raw.answer.body, answerHeaders, limitBytes),
  };
  const parts = partsOf(raw, bodies, keyKinds);
  const given = raw.knownSecrets.flatMap(
    (value) => describeSecret({ value, kind: "credential", by: "known" }) ?? [],
  );
  const secrets = [...given, ...presentedSecrets(raw.request.headers, keyKinds)];
  const { foundBy, besideSearch } = searchParts(
    { parts: listParts(parts), beside: shortTexts(raw, answerHeaders) },
    secrets,
    keyKinds,
  );

  const marker: Marker = markerFor(raw.maskKey);
  const rendering = { marker, between: storedText };
  const text = (part: Part): string => render(part.text, foundBy.get(part) ?? [], rendering);
  const maskText = (short: string): string =>
    render(short, findInText(short, besideSearch), rendering);
  const maskHeaders = (headers: readonly Header[], values: readonly Part[]): readonly Header[] =>
    values.map((part, index) => [maskText(headers[index]?.[0] ?? ""), text(part)]);
  const storing = { marker, limitBytes };
  const requestBody = storeBody(bodies.request, foundBy.get(parts.requestBody) ?? [], storing);
  const answerBody = storeBody(bodies.answer, foundBy.get(parts.answerBody) ?? [], storing);

  return {
    origin: text(parts.origin),
    path: text(parts.path),
    query: text(parts.query),
    transactionId: text(parts.transactionId),
    orderId: text(parts.orderId),
    noAnswerDetail: text(parts.noAnswer),
    requestHeaders: maskHeaders(raw.request.headers, parts.requestHeaders),
    answerHeaders: maskHeaders(answerHeaders, parts.answerHeaders),
    requestBody: requestBody.body,
    answerBody: answerBody.body,
    facts: findFacts(raw, {
      parts,
      foundBy,
      bodies,
      limitBytes,
      maskPlace: (place) =>
        render(place, findInText(place, { ...besideSearch, careful: true }), rendering),
      isTooLong: { request: requestBody.isTooLong, answer: answerBody.isTooLong },
    }),
    maskText,
  };
}

/** The texts that `maskText` is used for. */
function shortTexts(raw: RawExchange, answerHeaders: readonly Header[]): readonly string[] {
  return [
    raw.request.method,
    raw.actor.kind === "api-user" ? raw.actor.username : "",
    raw.references.deliveryId ?? "",
    ...raw.request.headers.map(([name]) => name),
    ...answerHeaders.map(([name]) => name),
    ...raw.access.map(({ field }) => field),
  ];
}
