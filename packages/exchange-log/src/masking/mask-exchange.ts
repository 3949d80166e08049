import type { Fact, Header, RawExchange, RecordedBody } from "@slipway/exchange";

import { findFacts } from "./find-facts.ts";
import { findInText } from "./find-in-text.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { openBody } from "./open-body.ts";
import { storeBody } from "./store-body.ts";
import { markerFor } from "./marker.ts";
import { partAt, partsOf } from "./parts-of.ts";
import { presentedSecrets } from "./presented-secrets.ts";
import { render } from "./render.ts";
import { searchParts } from "./search-parts.ts";
import { describeSecrets } from "./secret.ts";
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
  const { request, answer } = raw;
  const answerHeaders = answer.kind === "answered" ? answer.headers : [];
  const bodies = {
    request: openBody(request.body, request.headers, limitBytes),
    answer: openBody(answer.body, answerHeaders, limitBytes),
  };
  const parts = partsOf(raw, bodies, keyKinds);
  const presented = presentedSecrets(request.headers, keyKinds);
  const secrets = describeSecrets(new Set([...raw.knownSecrets, ...presented]));
  const searched = searchParts({ parts, beside: shortTexts(raw) }, secrets, keyKinds);

  const rendering = { marker: markerFor(raw.maskKey), between: storedText };
  const foundIn = (position: number): (typeof searched.found)[number] =>
    searched.found[position] ?? [];
  const text = (position: number): string => {
    const given = parts[position]?.text ?? "";
    const found = foundIn(position);
    return found.length === 0 && searched.isStorable ? given : render(given, found, rendering);
  };
  const maskText = (short: string): string =>
    searched.isStorable && !searched.besideSearch.careful
      ? short
      : render(short, findInText(short, searched.besideSearch), rendering);
  const headersFrom = (headers: readonly Header[], first: number): readonly Header[] =>
    headers.map(([name], index): Header => [maskText(name), text(first + index)]);

  const storing = { ...rendering, limitBytes };
  const requestBody = storeBody(bodies.request, foundIn(partAt.requestBody), storing);
  const answerBody = storeBody(bodies.answer, foundIn(partAt.answerBody), storing);
  return {
    origin: text(partAt.origin),
    path: text(partAt.path),
    query: text(partAt.query),
    transactionId: text(partAt.transactionId),
    orderId: text(partAt.orderId),
    noAnswerDetail: text(partAt.noAnswer),
    requestHeaders: headersFrom(request.headers, partAt.headers),
    answerHeaders: headersFrom(answerHeaders, partAt.headers + request.headers.length),
    requestBody: requestBody.body,
    answerBody: answerBody.body,
    facts: findFacts(raw, {
      parts,
      found: searched.found,
      bodies,
      limitBytes,
      maskPlace: (place) =>
        render(place, findInText(place, { ...searched.besideSearch, careful: true }), rendering),
      isTooLong: { request: requestBody.isTooLong, answer: answerBody.isTooLong },
    }),
    maskText,
  };
}

/** The texts that `maskText` is used for. */
function shortTexts({ request, answer, actor, references, access }: RawExchange): string {
  let texts = `${request.method}\n${references.deliveryId ?? ""}`;
  if (actor.kind === "api-user") texts += `\n${actor.username}`;
  for (const [name] of request.headers) texts += `\n${name}`;
  if (answer.kind === "answered") for (const [name] of answer.headers) texts += `\n${name}`;
  for (const { field } of access) texts += `\n${field}`;
  return texts;
}
