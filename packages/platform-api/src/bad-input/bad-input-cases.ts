import type { BadInputAnswer, BadInputCase } from "./bad-input-case.ts";

type Answers = BadInputCase["answers"];

const asGood: BadInputAnswer = { kind: "as-good" };
const refused = (status: number, code: string): BadInputAnswer => ({
  kind: "refused",
  status,
  code,
});
const invalid = refused(400, "REQUEST-INVALID");

function everywhere(answer: BadInputAnswer): Answers {
  return { read: answer, act: answer, write: answer, start: answer };
}

/** A body is not looked at where none is taken, but must be JSON wherever one may be sent. */
const unreadable: Answers = { ...everywhere(invalid), read: asGood };
/** What is wrong is in the members, so it matters only where they are read. */
const unfit: Answers = { ...unreadable, act: asGood };
const wrongType: Answers = { ...everywhere(refused(415, "REQUEST-INVALID")), read: asGood };
const tooLarge: Answers = { ...everywhere(refused(413, "REQUEST-INVALID")), read: asGood };

const depth = 10_000;

function withMember(good: string, member: string): string {
  return good === "{}" ? `{${member}}` : `${good.slice(0, -1)},${member}}`;
}

/** Every member's value replaced. */
function withValues(good: string, value: unknown): string {
  // The good body, printed by the test.
  const members = Object.keys(JSON.parse(good) as object);
  return JSON.stringify(Object.fromEntries(members.map((member) => [member, value])));
}

/** Every text, however deep, with something behind it. */
function withTexts(good: string, tail: string): string {
  return JSON.stringify(JSON.parse(good), (_key, value: unknown) =>
    typeof value === "string" ? `${value}${tail}` : value,
  );
}

const bodyCases: readonly BadInputCase[] = [
  {
    id: "json-cut-off",
    what: "JSON that ends too early",
    spoil: () => ({ body: '{"name":' }),
    answers: unreadable,
  },
  {
    id: "json-malformed",
    what: "a text that is no JSON",
    spoil: () => ({ body: "name=Acme" }),
    answers: unreadable,
  },
  {
    id: "json-trailing-text",
    what: "JSON with something after it",
    spoil: (good) => ({ body: `${good} {}` }),
    answers: unreadable,
  },
  {
    id: "body-array",
    what: "an array in place of an object",
    spoil: (good) => ({ body: `[${good}]` }),
    answers: unfit,
  },
  ...["null", "true", "42", '"text"'].map((body): BadInputCase => ({
    id: `body-${body.replaceAll('"', "")}`,
    what: `the JSON value ${body} in place of an object`,
    spoil: () => ({ body }),
    answers: unfit,
  })),
  {
    id: "body-empty-object",
    what: "an object without members",
    spoil: () => ({ body: "{}" }),
    answers: { ...everywhere(asGood), write: invalid },
  },
  {
    id: "body-absent",
    what: "no body at all",
    spoil: () => ({ body: "", headers: { "content-type": null } }),
    answers: unfit,
  },
  {
    id: "body-absent-but-announced",
    what: "no body, but its content type",
    spoil: () => ({ body: "" }),
    answers: unfit,
  },
  {
    id: "member-unknown",
    what: "a member that the route does not know",
    spoil: (good) => ({ body: withMember(good, '"surplus":1') }),
    answers: unfit,
  },
  ...[{ unexpected: 1 }, [["x"]], null, true, 1.5].map((value): BadInputCase => ({
    id: `values-of-wrong-type-${JSON.stringify(value)}`,
    what: `${JSON.stringify(value)} as the value of each member`,
    spoil: (good) => ({ body: withValues(good, value) }),
    answers: unfit,
  })),
  {
    id: "member-proto",
    what: "a member named `__proto__`",
    spoil: (good) => ({ body: withMember(good, '"__proto__":{"admin":true}') }),
    answers: unreadable,
  },
  {
    id: "member-proto-nested",
    what: "a member named `__proto__` further down",
    spoil: (good) => ({ body: withMember(good, '"x":[{"__proto__":{"admin":true}}]') }),
    answers: unreadable,
  },
  {
    id: "member-constructor",
    what: "members named `constructor` and `toString`",
    spoil: (good) => ({
      body: withMember(good, '"constructor":{"prototype":{"admin":true}},"toString":1'),
    }),
    answers: unfit,
  },
  {
    id: "text-lone-surrogate",
    what: "a lone surrogate in each text",
    spoil: (good) => ({ body: withMember(withTexts(good, "\uD800"), '"x":"\\ud800"') }),
    answers: unreadable,
  },
  {
    id: "text-nul",
    what: "a NUL character in each text",
    spoil: (good) => ({ body: withMember(withTexts(good, "\0"), '"x":"\\u0000"') }),
    answers: unreadable,
  },
  {
    id: "number-beyond-double",
    what: "the number 1e400",
    spoil: (good) => ({ body: withMember(good, '"x":1e400') }),
    answers: unreadable,
  },
  {
    id: "number-beyond-database",
    what: "the number 1e300 as the value of each member",
    spoil: (good) => ({ body: withValues(good, 1e300) }),
    answers: unfit,
  },
  {
    id: "nesting-arrays",
    what: `arrays nested ${depth.toLocaleString("en")} deep`,
    spoil: (good) => ({
      body: withMember(good, `"x":${"[".repeat(depth)}${"]".repeat(depth)}`),
    }),
    answers: unreadable,
  },
  {
    id: "nesting-objects",
    what: `objects nested ${depth.toLocaleString("en")} deep`,
    spoil: (good) => ({
      body: withMember(good, `"x":${'{"x":'.repeat(depth)}1${"}".repeat(depth)}`),
    }),
    answers: unreadable,
  },
  {
    id: "members-too-many",
    what: "50,000 unknown members",
    spoil: (good) => ({
      body: withMember(good, Array.from({ length: 50_000 }, (_, n) => `"m${n}":1`).join(",")),
    }),
    answers: unreadable,
  },
  {
    id: "texts-too-long",
    what: "100,000 characters as the value of each member",
    spoil: (good) => ({ body: withValues(good, "x".repeat(100_000)) }),
    answers: unfit,
  },
  {
    id: "encoding-not-utf-8",
    what: "bytes that are not UTF-8",
    spoil: (good) => ({ body: Buffer.from(withMember(good, '"x":"\u00FF"'), "latin1") }),
    answers: unreadable,
  },
  {
    id: "encoding-utf-16",
    what: "the body in UTF-16",
    spoil: (good) => ({ body: Buffer.from(`\u{FEFF}${good}`, "utf16le") }),
    answers: unreadable,
  },
  {
    id: "body-too-large",
    what: "a body of 2 MB",
    spoil: (good) => ({ body: withMember(good, `"x":"${"x".repeat(2_000_000)}"`) }),
    answers: tooLarge,
  },
  {
    id: "body-too-large-in-chunks",
    what: "a body of 2 MB in chunks of unknown length",
    spoil: (good) => ({
      body: withMember(good, `"x":"${"x".repeat(2_000_000)}"`),
      headers: { "content-length": null, "transfer-encoding": "chunked" },
    }),
    answers: tooLarge,
  },
  ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application"].map(
    (type): BadInputCase => ({
      id: `content-type-${type.replaceAll(/\W+/gu, "-")}`,
      what: `the content type \`${type}\``,
      spoil: (good) => ({ body: good, headers: { "content-type": type } }),
      answers: wrongType,
    }),
  ),
  {
    id: "content-type-absent",
    what: "a body without a content type",
    spoil: (good) => ({ body: good, headers: { "content-type": null } }),
    answers: wrongType,
  },
  {
    id: "content-encoding",
    what: "a body said to be compressed",
    spoil: (good) => ({ body: good, headers: { "content-encoding": "gzip" } }),
    answers: wrongType,
  },
];

const addressCases: readonly BadInputCase[] = [
  ...["PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "LOCK"].map((verb): BadInputCase => ({
    id: `verb-${verb.toLowerCase()}`,
    what: `the verb ${verb}`,
    spoil: () => ({ verb, body: "{" }),
    answers: everywhere(refused(405, "VERB-NOT-ALLOWED")),
  })),
  {
    id: "path-unknown",
    what: "a path that is none",
    spoil: () => ({ path: (path) => `${path}/none/none` }),
    answers: everywhere(refused(404, "ROUTE-NOT-FOUND")),
  },
  {
    id: "path-upper-case",
    what: "the path in upper case",
    spoil: () => ({ path: (path) => path.toUpperCase() }),
    answers: everywhere(refused(404, "ROUTE-NOT-FOUND")),
  },
  {
    id: "path-bad-escape",
    what: "percent escapes in the path that are none",
    spoil: () => ({ path: (path) => `${path}%zz` }),
    answers: everywhere(invalid),
  },
  {
    id: "query-nul",
    what: "a NUL character in the query",
    spoil: () => ({ path: (path) => `${path}?run=a%00b` }),
    answers: everywhere(invalid),
  },
  {
    id: "id-nul",
    what: "a NUL character in each id of the path",
    spoil: () => ({ id: (id) => `${id}%00` }),
    answers: everywhere({ kind: "refused-where-ids", status: 400, code: "REQUEST-INVALID" }),
  },
  ...[
    ["of another shape", "x-1"],
    ["that nothing has", "999999999999"],
    ["with quotes", "'%20or%20''='"],
    ["with dots", "..%2F..%2Fetc"],
    ["of many digits", "9".repeat(60)],
    ["that is a UUID which nothing has", "018f0000-0000-7000-8000-000000000000"],
  ].map(([what = "", id = ""]): BadInputCase => ({
    id: `id-${what.replaceAll(" ", "-")}`,
    what: `ids in the path ${what}`,
    spoil: () => ({ id: () => id }),
    answers: everywhere({ kind: "refused-where-ids", status: 404 }),
  })),
  {
    id: "id-too-long",
    what: "ids of 5,000 characters in the path",
    spoil: () => ({ id: (id) => id.padEnd(5_000, "0") }),
    answers: everywhere({ kind: "refused-where-ids", status: 414, code: "REQUEST-INVALID" }),
  },
];

const tokenCases: readonly BadInputCase[] = [
  ["absent", null],
  ["empty", "Bearer "],
  ["unknown", "Bearer slw_0000000000000000000000000000000000000000000"],
  ["of another scheme", "Basic c2xpcHdheTpzbGlwd2F5"],
].flatMap(([what, authorization = null]): readonly BadInputCase[] => {
  const headers = { authorization };
  const answers = everywhere(refused(401, "ACCESS-TOKEN-WRONG"));
  const id = `token-${String(what).replaceAll(" ", "-")}`;
  return [
    {
      id,
      what: `a token that is ${what}`,
      spoil: () => ({ headers }),
      answers,
    },
    {
      id: `${id}-and-all-else-wrong`,
      what: `a token that is ${what}, with wrong verb, path and body`,
      spoil: () => ({ headers, verb: "PATCH", path: (path) => `${path}%zz`, body: "{" }),
      answers,
    },
  ];
});

/** Every way of spoiling a request that the campaign tries on every route. */
export const badInputCases: readonly BadInputCase[] = [
  ...tokenCases,
  ...addressCases,
  ...bodyCases,
];
