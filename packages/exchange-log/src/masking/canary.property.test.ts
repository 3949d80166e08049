import fc from "fast-check";
import { expect, test } from "vitest";

import type { Header, RawExchange } from "@slipway/exchange";

import { fieldMasks, ids, rawExchange, text } from "../exchange-log.world.ts";
import { prepareExchange } from "../prepare-exchange.ts";
import { createKeyKinds } from "./key-kinds.ts";

const rules = { keyKinds: createKeyKinds(fieldMasks), limitBytes: 262_144 };

/** Ways in which a sender may write a secret. */
const spellings = {
  plain: (secret: string) => secret,
  url: encodeURIComponent,
  "url, all of it": (secret: string) =>
    Array.from(Buffer.from(secret), (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  "url, twice": (secret: string) => encodeURIComponent(encodeURIComponent(secret)),
  "json escapes": (secret: string) => JSON.stringify(secret).slice(1, -1),
  "json escapes, all of it": (secret: string) =>
    secret
      .split("")
      .map((unit) => String.raw`\u${(unit.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`)
      .join(""),
  "json in json": (secret: string) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  html: (secret: string) =>
    Array.from(secret, (character) => `&#${character.codePointAt(0) ?? 0};`).join(""),
  "base64 of user and password": (secret: string) =>
    Buffer.from(`partner-api:${secret}`).toString("base64"),
  "base64 in the middle": (secret: string) => Buffer.from(`x ${secret} yz`).toString("base64"),
  base64url: (secret: string) => Buffer.from(`ab${secret}`).toString("base64url"),
} as const;

type Spelling = keyof typeof spellings;

/** Where in the exchange it may stand. */
const places: Readonly<Record<string, (written: string, around: string) => Partial<RawExchange>>> =
  {
    "request header": (written, around) =>
      inRequest({ headers: [["X-Note", `${around} ${written}`]] }),
    "request header name": (written) => inRequest({ headers: [[written, "1"]] }),
    "answer header": (written, around) => answered([["X-Error", `${around}${written}`]], ""),
    query: (written, around) =>
      inRequest({ query: `a=1&note=${encodeURIComponent(around)}+${written}&b=2` }),
    "query name": (written) => inRequest({ query: `${written}=1` }),
    path: (written) => inRequest({ path: `/customers/6101/people/${written}` }),
    "request text": (written, around) => inRequest({ body: text(`${around} ${written}\n`) }),
    "answer text": (written, around) => answered([], `<p>${around} ${written}</p>`),
    form: (written) =>
      inRequest({
        headers: [["Content-Type", "application/x-www-form-urlencoded"]],
        body: text(`a=${written}&b=1`),
      }),
    "transaction id": (written) => ({ transactionId: written }),
    "order id": (written) => ({ references: { orderId: written } }),
    "no answer": (written, around) => ({
      answer: {
        kind: "no-answer",
        reason: "connection-reset",
        detail: `${around} ${written}`,
        body: text(written),
      },
    }),
    "requested field": (written) => ({
      access: [{ noun: "people", field: written, how: "requested" }],
      ...inRequest({ query: `fields=${written}` }),
    }),
    "bytes that are no text": (written) =>
      answered(
        [],
        Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(written), Buffer.from([0xfe])]),
      ),
  };

function inRequest(parts: Partial<RawExchange["request"]>): Partial<RawExchange> {
  return { request: { ...rawExchange().request, ...parts } };
}

function answered(headers: readonly Header[], body: string | Uint8Array): Partial<RawExchange> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  return { answer: { kind: "answered", status: 400, headers, body: { bytes } } };
}

/** Everything a text could be read as, layer by layer. */
function readings(stored: string): readonly string[] {
  const all = [stored];
  for (let layer = 0; layer < 4; layer += 1) {
    const last = all.at(-1) ?? "";
    all.push(
      last
        .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
          Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
        )
        .replaceAll(
          /\\(?:u([0-9a-f]{4})|(.))/gi,
          (_all, code: string | undefined, character: string) =>
            code === undefined ? character : String.fromCodePoint(Number.parseInt(code, 16)),
        )
        .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))),
    );
  }
  const runs = stored.match(/[\w+/-]{6,}/g) ?? [];
  const offsets = [0, 1, 2, 3];
  const decoded = runs.flatMap((run) =>
    offsets.map((offset) => Buffer.from(run.slice(offset), "base64").toString("utf8")),
  );
  const hexadecimal = runs.map((run) => Buffer.from(run, "hex").toString("utf8"));
  return [...all, ...decoded, ...hexadecimal];
}

function expectNoTrace(raw: RawExchange, secret: string): void {
  const { row, bodyRow } = prepareExchange(raw, rules, ids);
  const stored = [
    ...Object.values({ ...row, detail: null }).map(String),
    row.detail.origin,
    row.detail.query,
    ...row.detail.requestHeaders.flat(),
    ...(row.detail.answer.kind === "answered"
      ? row.detail.answer.headers.flat()
      : [row.detail.answer.detail]),
    JSON.stringify(row.detail),
    bodyRow?.request ?? "",
    bodyRow?.answer ?? "",
  ];
  const leaks = stored.filter((one) => readings(one).some((reading) => reading.includes(secret)));
  expect(leaks).toEqual([]);
}

const secrets = fc
  .string({
    unit: fc.constantFrom(...Array.from(`abcXYZ0189!#$%&'()*+,-./:;<=>?@[]^_{|}~"\\ äß€😀`)),
    minLength: 7,
    maxLength: 24,
  })
  // A header or a query cannot carry a blank at its ends; letters make it a secret and no punctuation.
  .map((secret) => `q${secret}Z`);

const arounds = fc.constantFrom("", "see", "user=", "Error: ", '"', "{", "%", "\\");

test.each(Object.keys(places))("no known secret survives in: %s", (place) => {
  fc.assert(
    fc.property(
      secrets,
      arounds,
      fc.constantFrom<Spelling>(...(Object.keys(spellings) as Spelling[])),
      (secret, around, spelling) => {
        const parts = places[place]?.(spellings[spelling](secret), around);
        expectNoTrace(rawExchange({ knownSecrets: [secret], ...parts }), secret);
      },
    ),
    { numRuns: 100 },
  );
});

const hidden = Symbol("hidden");

/** JSON with the secret somewhere: as a value, inside one, as a name. */
const jsonWithSecret = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.constant(hidden), fc.string(), fc.integer(), fc.constant(null)),
  tree: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 8 }), tie("tree"), { maxKeys: 4 }),
  ),
})).tree;

function withSecret(tree: unknown, secret: string): unknown {
  if (tree === hidden) return secret;
  if (Array.isArray(tree)) return tree.map((one) => withSecret(one, secret));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, one]) => [name, withSecret(one, secret)]),
  );
}

test("no known secret survives anywhere in JSON, and what is stored is JSON still", () => {
  fc.assert(
    fc.property(secrets, jsonWithSecret, fc.string(), (secret, tree, beside) => {
      const value = {
        tree: withSecret(tree, secret),
        beside: `${beside}${secret}${beside}`,
        [secret]: 1,
      };
      const body = text(JSON.stringify(value));
      const raw = rawExchange({ knownSecrets: [secret], request: { body } });
      expectNoTrace(raw, secret);
      const { row, bodyRow } = prepareExchange(raw, rules, ids);
      expect(row.detail.requestBody).toMatchObject({ kind: "json" });
      expect(() => JSON.parse(bodyRow?.request ?? "") as unknown).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

const markedNames = fc.constantFrom(
  "password",
  "newPassword",
  "client_secret",
  "api-key",
  "accessToken",
  "Authorization",
  "usssn",
  "birthdate",
  "gender",
  "dateOfBirth",
  "person.usssn",
);

test("no unknown value survives under a marked name, however deep and in whatever it is wrapped", () => {
  fc.assert(
    fc.property(secrets, markedNames, fc.nat(5), (secret, name, depth) => {
      let tree: unknown = { [name]: { value: [secret, { more: secret }] } };
      for (let level = 0; level < depth; level += 1)
        tree = level % 2 === 0 ? [tree, 1] : { level: tree };
      expectNoTrace(rawExchange({ request: { body: text(JSON.stringify(tree)) } }), secret);
      const cut = JSON.stringify({ [name]: secret }).slice(0, -3);
      expectNoTrace(rawExchange({ request: { body: text(cut) } }), secret.slice(0, -1));
      expectNoTrace(
        rawExchange({ request: { query: `${name}=${encodeURIComponent(secret)}` } }),
        secret,
      );
    }),
    { numRuns: 100 },
  );
});

test("a secret that only the request's own header presents is found wherever the answer repeats it", () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const token = Buffer.from(`wrong-user:${secret}`).toString("base64");
      const raw = rawExchange({
        request: { headers: [["Authorization", `Basic ${token}`]] },
        ...answered([["X-Error", `refused ${token}`]], `you sent ${secret}`),
      });
      expectNoTrace(raw, secret);
    }),
    { numRuns: 200 },
  );
});

test("whatever arrives, what is stored can be stored, and holds no mark that is not ours", () => {
  const anything = fc.string({
    unit: fc.constantFrom(
      "a",
      "\0",
      "\uD800",
      "\uDC00",
      "⟦",
      "token:0123456789abcdef:3⟧",
      '"',
      "\\",
      "\\u27e6",
      "{",
      "€",
    ),
    maxLength: 30,
  });
  fc.assert(
    fc.property(anything, (content) => {
      const raw = rawExchange({
        request: {
          query: content,
          path: content,
          headers: [["X-Note", content]],
          body: text(content),
        },
        ...answered([], JSON.stringify({ content, nested: JSON.stringify(content) })),
      });
      const { row, bodyRow } = prepareExchange(raw, rules, ids);
      const stored = JSON.stringify([row, bodyRow]);
      expect(stored).not.toMatch(/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i);
      const answer = JSON.parse(bodyRow?.answer ?? "") as { content: string };
      expect(answer.content).not.toMatch(/⟦token:[0-9a-f]{16}:3⟧/);
    }),
    { numRuns: 500 },
  );
});
