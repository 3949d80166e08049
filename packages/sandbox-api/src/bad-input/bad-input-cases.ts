import { maxBodyBytes } from "../call/read-body.ts";
import type { SandboxProblemCode } from "../call/sandbox.problems.ts";
import type { BadInputAnswer, BadInputCase, BadInputRoute } from "./bad-input-case.ts";

type Answers = BadInputCase["answers"];

const asGood: BadInputAnswer = { kind: "as-good" };

function refused(status: number, code: SandboxProblemCode): BadInputAnswer {
  return { kind: "refused", status, code };
}

function everywhere(answer: BadInputAnswer): Answers {
  return {
    read: answer,
    remove: answer,
    create: answer,
    update: answer,
    "add-entry": answer,
    "change-entry": answer,
    search: answer,
  };
}

/** The same for every endpoint that reads a body. */
function whereRead(answer: BadInputAnswer): Answers {
  return { ...everywhere(answer), read: asGood, remove: asGood };
}

/** Bodies that are no JSON fit to be read; to a search they are queries that cannot be parsed. */
const unreadable: Answers = {
  ...whereRead(refused(400, "SANDBOX-BODY-UNREADABLE")),
  search: refused(400, "SANDBOX-SEARCH-INVALID"),
};

/** Bodies with values that do not fit their fields, or filters that do not fit the search. */
const unfit: Answers = {
  ...whereRead(refused(400, "SANDBOX-FIELD-INVALID")),
  search: refused(400, "SANDBOX-SEARCH-INVALID"),
};

const notJsonType = whereRead(refused(415, "SANDBOX-CONTENT-TYPE-UNSUPPORTED"));
const tooLarge = everywhere(refused(413, "SANDBOX-BODY-TOO-LARGE"));
const unsupported = everywhere(refused(405, "SANDBOX-VERB-UNSUPPORTED"));
const notFound = everywhere(refused(404, "SANDBOX-RESOURCE-NOT-FOUND"));

function withMember(route: BadInputRoute, member: string): string {
  const good = JSON.stringify(route.good);
  return good === "{}" ? `{${member}}` : `${good.slice(0, -1)},${member}}`;
}

function withValues(route: BadInputRoute, value: unknown): string {
  return JSON.stringify(Object.fromEntries(Object.keys(route.good).map((key) => [key, value])));
}

const depth = 10_000;

/** Every way of spoiling a request that the campaign tries on every endpoint. */
export const badInputCases: readonly BadInputCase[] = [
  {
    id: "json-cut-off",
    what: "JSON that ends too early",
    spoil: () => ({ body: '{"firstname":' }),
    answers: unreadable,
  },
  {
    id: "json-malformed",
    what: "a text that is no JSON",
    spoil: () => ({ body: "firstname=Ada" }),
    answers: unreadable,
  },
  {
    id: "json-trailing-text",
    what: "JSON with something after it",
    spoil: ({ good }) => ({ body: `${JSON.stringify(good)} {}` }),
    answers: unreadable,
  },
  {
    id: "body-array",
    what: "an array in place of an object",
    spoil: ({ good }) => ({ body: JSON.stringify([good]) }),
    answers: unreadable,
  },
  ...["null", "true", "42", '"text"'].map((body): BadInputCase => ({
    id: `body-${body.replaceAll('"', "")}`,
    what: `the JSON value ${body} in place of an object`,
    spoil: () => ({ body }),
    answers: unreadable,
  })),
  {
    id: "body-empty-object",
    what: "an object without members",
    spoil: () => ({ body: "{}" }),
    answers: {
      ...unreadable,
      create: refused(400, "SANDBOX-FIELD-REQUIRED"),
      "add-entry": refused(400, "SANDBOX-FIELD-INVALID"),
      update: asGood,
      "change-entry": asGood,
    },
  },
  {
    id: "body-absent",
    what: "no body at all",
    spoil: () => ({ body: "" }),
    answers: unreadable,
  },
  {
    id: "values-of-wrong-type-object",
    what: "an object where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, { unexpected: { object: 1 } }) }),
    answers: unfit,
  },
  {
    id: "values-of-wrong-type-number",
    what: "a number where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, 42) }),
    answers: unfit,
  },
  {
    id: "values-of-wrong-type-nested-array",
    what: "an array of arrays where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, [[["x"]]]) }),
    answers: unfit,
  },
  {
    id: "member-proto",
    what: "a member named `__proto__`",
    spoil: (route) => ({ body: withMember(route, '"__proto__":{"admin":true}') }),
    answers: unreadable,
  },
  {
    id: "member-proto-nested",
    what: "a member named `__proto__` further down",
    spoil: (route) => ({ body: withMember(route, '"x":[{"__proto__":{"admin":true}}]') }),
    answers: unreadable,
  },
  {
    id: "member-constructor",
    what: "members named `constructor`, `toString` and `hasOwnProperty`: unknown names, so a warning",
    spoil: (route) => ({
      body: withMember(
        route,
        '"constructor":{"prototype":{"admin":true}},"toString":1,"hasOwnProperty":1',
      ),
    }),
    answers: {
      ...unreadable,
      create: { kind: "warned", status: 201 },
      update: { kind: "warned", status: 200 },
      "add-entry": { kind: "warned", status: 201 },
      "change-entry": { kind: "warned", status: 200 },
    },
  },
  {
    id: "text-lone-surrogate",
    what: "a lone surrogate in a text",
    spoil: (route) => ({ body: withMember(route, '"x":"\\ud800"') }),
    answers: unreadable,
  },
  {
    id: "name-lone-surrogate",
    what: "a lone surrogate in a member's name",
    spoil: (route) => ({ body: withMember(route, '"\\udc00x":1') }),
    answers: unreadable,
  },
  {
    id: "text-nul",
    what: "a NUL character in a text",
    spoil: (route) => ({ body: withMember(route, '"x":"a\\u0000b"') }),
    answers: unreadable,
  },
  {
    id: "number-beyond-double",
    what: "the number 1e400",
    spoil: (route) => ({ body: withMember(route, '"x":1e400') }),
    answers: unreadable,
  },
  {
    id: "nesting-arrays",
    what: `arrays nested ${depth.toLocaleString("en")} deep`,
    spoil: (route) => ({
      body: withMember(route, `"x":${"[".repeat(depth)}${"]".repeat(depth)}`),
    }),
    answers: unreadable,
  },
  {
    id: "nesting-objects",
    what: `objects nested ${depth.toLocaleString("en")} deep`,
    spoil: (route) => ({
      body: withMember(route, `"x":${'{"x":'.repeat(depth)}1${"}".repeat(depth)}`),
    }),
    answers: unreadable,
  },
  {
    id: "members-too-many",
    what: "100,000 unknown members",
    spoil: (route) => ({
      body: withMember(route, Array.from({ length: 100_000 }, (_, n) => `"m${n}":1`).join(",")),
    }),
    answers: unreadable,
  },
  {
    id: "encoding-not-utf-8",
    what: "bytes that are not UTF-8",
    spoil: ({ good }) => ({
      body: Buffer.from(`${JSON.stringify(good).slice(0, -1)}\u00FF}`, "latin1"),
    }),
    answers: unreadable,
  },
  {
    id: "encoding-utf-16",
    what: "the body in UTF-16",
    spoil: ({ good }) => ({ body: Buffer.from(`\u{FEFF}${JSON.stringify(good)}`, "utf16le") }),
    answers: unreadable,
  },
  {
    id: "body-too-large",
    what: "a body of 20 MB",
    spoil: (route) => ({ body: withMember(route, `"x":"${"x".repeat(2 * maxBodyBytes)}"`) }),
    answers: tooLarge,
  },
  {
    id: "body-just-too-large",
    what: "a body one byte over the limit of 10 MB, in chunks of unknown length",
    spoil: () => ({
      body: "x".repeat(maxBodyBytes + 1),
      headers: { "content-length": null, "transfer-encoding": "chunked" },
    }),
    answers: tooLarge,
  },
  ...[
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "application",
    "",
  ].map((type): BadInputCase => ({
    id: `content-type-${type.replaceAll(/\W+/g, "-") || "empty"}`,
    what: `the content type \`${type}\``,
    spoil: ({ good }) => ({ body: JSON.stringify(good), headers: { "content-type": type } }),
    answers: notJsonType,
  })),
  {
    id: "content-type-absent",
    what: "a body without a content type",
    spoil: ({ good }) => ({ body: JSON.stringify(good), headers: { "content-type": null } }),
    answers: notJsonType,
  },
  {
    id: "content-encoding",
    what: "a body said to be compressed",
    spoil: ({ good }) => ({ body: JSON.stringify(good), headers: { "content-encoding": "gzip" } }),
    answers: notJsonType,
  },
  ...["OPTIONS", "HEAD", "TRACE", "PROPFIND", "LOCK"].map((verb): BadInputCase => ({
    id: `verb-${verb.toLowerCase()}`,
    what: `the verb ${verb}`,
    spoil: () => ({ verb }),
    answers: unsupported,
  })),
  {
    id: "path-bad-escape",
    what: "percent escapes in the path that are none",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}/%zz` }),
    answers: notFound,
  },
  {
    id: "path-nul",
    what: "a NUL character at the end of the path",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}%00` }),
    answers: notFound,
  },
  {
    id: "path-too-long",
    what: "a segment of 5,000 characters at the end of the path",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}${"x".repeat(5_000)}` }),
    answers: notFound,
  },
  {
    id: "path-upper-case",
    what: "the path in upper case",
    spoil: ({ path }) => ({ path: `${(path.split("?")[0] ?? "").toUpperCase()}/X` }),
    answers: notFound,
  },
];
