import { maxBodyBytes } from "../call/read-body.ts";
import type { BadInputCase, BadInputRoute, BodyUse } from "./bad-input-case.ts";

type Statuses = BadInputCase["status"];

/** The same for every endpoint that reads a body; the others answer as if nothing were wrong. */
function whereRead(status: number): Statuses {
  return { ...everywhere(status), read: "as good", remove: "as good" };
}

function everywhere(status: number): Statuses {
  const uses: readonly BodyUse[] = [
    "read",
    "remove",
    "create",
    "update",
    "add-entry",
    "change-entry",
    "search",
  ];
  // Each use is in the list, so the record is complete.
  return Object.fromEntries(uses.map((use) => [use, status])) as Statuses;
}

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
    status: whereRead(400),
  },
  {
    id: "json-malformed",
    what: "a text that is no JSON",
    spoil: () => ({ body: "firstname=Ada" }),
    status: whereRead(400),
  },
  {
    id: "json-trailing-text",
    what: "JSON with something after it",
    spoil: ({ good }) => ({ body: `${JSON.stringify(good)} {}` }),
    status: whereRead(400),
  },
  {
    id: "body-array",
    what: "an array in place of an object",
    spoil: ({ good }) => ({ body: JSON.stringify([good]) }),
    status: whereRead(400),
  },
  ...["null", "true", "42", '"text"'].map((body): BadInputCase => ({
    id: `body-${body.replaceAll('"', "")}`,
    what: `the JSON value ${body} in place of an object`,
    spoil: () => ({ body }),
    status: whereRead(400),
  })),
  {
    id: "body-empty-object",
    what: "an object without members",
    spoil: () => ({ body: "{}" }),
    status: {
      ...whereRead(400),
      update: "as good",
      "change-entry": "as good",
    },
  },
  {
    id: "body-absent",
    what: "no body at all",
    spoil: () => ({ body: "" }),
    status: whereRead(400),
  },
  {
    id: "values-of-wrong-type-object",
    what: "an object where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, { unexpected: { object: 1 } }) }),
    status: whereRead(400),
  },
  {
    id: "values-of-wrong-type-number",
    what: "a number where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, 42) }),
    status: whereRead(400),
  },
  {
    id: "values-of-wrong-type-nested-array",
    what: "an array of arrays where each member expects a text or a list",
    spoil: (route) => ({ body: withValues(route, [[["x"]]]) }),
    status: whereRead(400),
  },
  {
    id: "member-proto",
    what: "a member named `__proto__`",
    spoil: (route) => ({ body: withMember(route, '"__proto__":{"admin":true}') }),
    status: whereRead(400),
  },
  {
    id: "member-proto-nested",
    what: "a member named `__proto__` further down",
    spoil: (route) => ({ body: withMember(route, '"x":[{"__proto__":{"admin":true}}]') }),
    status: whereRead(400),
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
    status: { ...whereRead(400), create: 201, update: 200, "add-entry": 201, "change-entry": 200 },
  },
  {
    id: "text-lone-surrogate",
    what: "a lone surrogate in a text",
    spoil: (route) => ({ body: withMember(route, '"x":"\\ud800"') }),
    status: whereRead(400),
  },
  {
    id: "name-lone-surrogate",
    what: "a lone surrogate in a member's name",
    spoil: (route) => ({ body: withMember(route, '"\\udc00x":1') }),
    status: whereRead(400),
  },
  {
    id: "text-nul",
    what: "a NUL character in a text",
    spoil: (route) => ({ body: withMember(route, '"x":"a\\u0000b"') }),
    status: whereRead(400),
  },
  {
    id: "number-beyond-double",
    what: "the number 1e400",
    spoil: (route) => ({ body: withMember(route, '"x":1e400') }),
    status: whereRead(400),
  },
  {
    id: "nesting-arrays",
    what: `arrays nested ${depth.toLocaleString("en")} deep`,
    spoil: (route) => ({
      body: withMember(route, `"x":${"[".repeat(depth)}${"]".repeat(depth)}`),
    }),
    status: whereRead(400),
  },
  {
    id: "nesting-objects",
    what: `objects nested ${depth.toLocaleString("en")} deep`,
    spoil: (route) => ({
      body: withMember(route, `"x":${'{"x":'.repeat(depth)}1${"}".repeat(depth)}`),
    }),
    status: whereRead(400),
  },
  {
    id: "members-too-many",
    what: "100,000 unknown members",
    spoil: (route) => ({
      body: withMember(route, Array.from({ length: 100_000 }, (_, n) => `"m${n}":1`).join(",")),
    }),
    status: whereRead(400),
  },
  {
    id: "encoding-not-utf-8",
    what: "bytes that are not UTF-8",
    spoil: ({ good }) => ({
      body: Buffer.from(`${JSON.stringify(good).slice(0, -1)}\u00FF}`, "latin1"),
    }),
    status: whereRead(400),
  },
  {
    id: "encoding-utf-16",
    what: "the body in UTF-16",
    spoil: ({ good }) => ({ body: Buffer.from(`\u{FEFF}${JSON.stringify(good)}`, "utf16le") }),
    status: whereRead(400),
  },
  {
    id: "body-too-large",
    what: "a body of 20 MB",
    spoil: (route) => ({ body: withMember(route, `"x":"${"x".repeat(2 * maxBodyBytes)}"`) }),
    status: everywhere(413),
  },
  {
    id: "body-just-too-large",
    what: "a body one byte over the limit of 10 MB, in chunks of unknown length",
    spoil: () => ({
      body: "x".repeat(maxBodyBytes + 1),
      headers: { "content-length": null, "transfer-encoding": "chunked" },
    }),
    status: everywhere(413),
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
    status: whereRead(415),
  })),
  {
    id: "content-type-absent",
    what: "a body without a content type",
    spoil: ({ good }) => ({ body: JSON.stringify(good), headers: { "content-type": null } }),
    status: whereRead(415),
  },
  {
    id: "content-encoding",
    what: "a body said to be compressed",
    spoil: ({ good }) => ({ body: JSON.stringify(good), headers: { "content-encoding": "gzip" } }),
    status: whereRead(415),
  },
  ...["OPTIONS", "HEAD", "TRACE", "PROPFIND", "LOCK"].map((verb): BadInputCase => ({
    id: `verb-${verb.toLowerCase()}`,
    what: `the verb ${verb}`,
    spoil: () => ({ verb }),
    status: everywhere(405),
  })),
  {
    id: "path-bad-escape",
    what: "percent escapes in the path that are none",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}/%zz` }),
    status: everywhere(404),
  },
  {
    id: "path-nul",
    what: "a NUL character at the end of the path",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}%00` }),
    status: everywhere(404),
  },
  {
    id: "path-too-long",
    what: "a segment of 5,000 characters at the end of the path",
    spoil: ({ path }) => ({ path: `${path.split("?")[0] ?? ""}${"x".repeat(5_000)}` }),
    status: everywhere(404),
  },
  {
    id: "path-upper-case",
    what: "the path in upper case",
    spoil: ({ path }) => ({ path: `${(path.split("?")[0] ?? "").toUpperCase()}/X` }),
    status: everywhere(404),
  },
];
