import { gzipSync } from "node:zlib";

import { describe, expect, test } from "vitest";

import { ids, json, rawExchange, text } from "../exchange-log.world.ts";
import { prepareExchange } from "../prepare-exchange.ts";
import {
  factsOf,
  plainMarks,
  prepare,
  rules,
  storedAnswer,
  storedHeader,
  storedQuery,
  storedRequest,
} from "./masking.world.ts";

describe("headers", () => {
  test.each([
    ["Authorization", "Basic dXNlcjpwYXNz", "Basic ⟦credential⟧"],
    ["authorization", "Bearer abc.def", "Bearer ⟦credential⟧"],
    [
      "Authorization",
      "x-icims-v1-hmac-sha256 user=u,signedheaders=host,signature=00ff",
      "x-icims-v1-hmac-sha256 ⟦credential⟧",
    ],
    ["Authorization", "hunter2 is my password", "⟦credential⟧"],
    ["Authorization", "hunter2", "⟦credential⟧"],
    ["Proxy-Authorization", "Basic dXNlcjpwYXNz", "Basic ⟦credential⟧"],
    ["Cookie", "session=abc123; theme=dark", "session=⟦cookie⟧; theme=⟦cookie⟧"],
    ["Set-Cookie", "sid=abc123; Path=/; HttpOnly", "sid=⟦cookie⟧; Path=/; HttpOnly"],
    ["X-Api-Key", "k-1", "⟦credential⟧"],
    ["X-Auth-Token", "t-1", "⟦token⟧"],
    [
      "Referer",
      "https://bob:hunter2@host.example.test/x",
      "https://⟦credential⟧@host.example.test/x",
    ],
    ["X-Debug", "usssn=123456789", "usssn=⟦government-id⟧"],
    ["X-Debug", "call me at 123-45-6789", "call me at ⟦government-id⟧"],
    ["X-Debug", "GET /?access_token=aaa&x=1", "GET /?access_token=⟦token⟧&x=1"],
    ["User-Agent", "Basic information is fine", "Basic information is fine"],
    ["Accept", "application/json", "application/json"],
  ])("%s: %s is stored as %s", (name, value, stored) => {
    expect(storedHeader(name, value)).toBe(stored);
  });
});

describe("queries", () => {
  test.each([
    ["fields=firstname%2Clastname", "fields=firstname%2Clastname"],
    ["fields=usssn,birthdate", "fields=usssn,birthdate"],
    ["usssn=123456789&x=1", "usssn=⟦government-id⟧&x=1"],
    ["person.usssn=123456789", "person.usssn=⟦government-id⟧"],
    ["pass%77ord=a%26b%3Dc&x=1", "pass%77ord=⟦credential⟧&x=1"],
    ["client-secret=x y", "client-secret=⟦credential⟧"],
    [
      "searchJson=%7B%22filters%22%3A%5B%7B%22name%22%3A%22person.usssn%22%2C%22value%22%3A%5B%22123456789%22%5D%7D%5D%7D",
      "searchJson=%7B%22filters%22%3A%5B%7B%22name%22%3A%22person.usssn%22%2C%22value%22%3A%5B%22⟦government-id⟧%22%5D%7D%5D%7D",
    ],
    [
      'searchJson={"filters":[{"name":"person.birthdate","value":["2001-02-03"]}]}',
      'searchJson={"filters":[{"name":"person.birthdate","value":["⟦birth-date⟧"]}]}',
    ],
    [
      "next=https%3A%2F%2Fbob%3Ahunter2%40h.example.test",
      "next=https%3A%2F%2F⟦credential⟧%40h.example.test",
    ],
    ["", ""],
  ])("%s is stored as %s", (query, stored) => {
    expect(storedQuery(query)).toBe(stored);
  });
});

describe("JSON bodies", () => {
  test.each<[string, string, string]>([
    ["a marked field", '{"usssn":"123456789"}', '{"usssn":"⟦government-id⟧"}'],
    ["a marked number", '{"usssn":123456789}', '{"usssn":"⟦government-id⟧"}'],
    [
      "a marked object",
      '{"gender":{"id":"D1","value":"x"}}',
      '{"gender":{"id":"⟦personal⟧","value":"⟦personal⟧"}}',
    ],
    ["empty and absent values", '{"usssn":"","birthdate":null}', '{"usssn":"","birthdate":null}'],
    [
      "a deep member",
      '{"a":[{"b":{"clientSecret":"x"}}]}',
      '{"a":[{"b":{"clientSecret":"⟦credential⟧"}}]}',
    ],
    [
      "another spelling",
      '{"Client-Secret":"x","API_KEY":"y"}',
      '{"Client-Secret":"⟦credential⟧","API_KEY":"⟦credential⟧"}',
    ],
    [
      "an escaped name",
      String.raw`{"pass\u0077ord":"x"}`,
      String.raw`{"pass\u0077ord":"⟦credential⟧"}`,
    ],
    [
      "a member that stands twice",
      '{"password":"a","password":"b"}',
      '{"password":"⟦credential⟧","password":"⟦credential⟧"}',
    ],
    [
      "a filter",
      '{"name":"person.usssn","value":["1","2"]}',
      '{"name":"person.usssn","value":["⟦government-id⟧","⟦government-id⟧"]}',
    ],
    [
      "a filter, value first",
      '{"value":"1","name":"person.usssn"}',
      '{"value":"⟦government-id⟧","name":"person.usssn"}',
    ],
    [
      "an innocent filter",
      '{"name":"person.lastname","value":["Mora"]}',
      '{"name":"person.lastname","value":["Mora"]}',
    ],
    ["a shape in a sentence", '{"m":"ssn 123-45-6789 given"}', '{"m":"ssn ⟦government-id⟧ given"}'],
    ["an escaped shape", String.raw`{"m":"12\u0033-45-6789"}`, '{"m":"⟦government-id⟧"}'],
    [
      "JSON in JSON",
      String.raw`{"debug":"{\"password\":\"x\",\"n\":1}"}`,
      String.raw`{"debug":"{\"password\":\"⟦credential⟧\",\"n\":1}"}`,
    ],
    [
      "a pair in a sentence",
      '{"m":"login failed for password: hunter2, again"}',
      '{"m":"login failed for password: ⟦credential⟧, again"}',
    ],
    ["a web token", '{"m":"got eyJhbGciOi.eyJzdWIi.c2ln!"}', '{"m":"got ⟦token⟧!"}'],
    [
      "numbers as they came",
      '{"n":12345678901234567890,"e":1e400}',
      '{"n":12345678901234567890,"e":1e400}',
    ],
    [
      "a forged mark",
      '{"m":"⟦personal:0123456789abcdef:3⟧"}',
      '{"m":"⟦27e6⟧personal:0123456789abcdef:3⟧"}',
    ],
    [
      "a forged mark, escaped",
      String.raw`{"m":"\u27E6personal:0123456789abcdef:3⟧"}`,
      '{"m":"⟦27e6⟧personal:0123456789abcdef:3⟧"}',
    ],
    [
      "NUL and lone surrogates as escapes",
      String.raw`{"m":"\u0000\ud800"}`,
      String.raw`{"m":"\u0000\ud800"}`,
    ],
    ["a bare string", '"123-45-6789"', '"⟦government-id⟧"'],
    ["broken JSON", '{"password":"hunter2","x":', '{"password":"⟦credential⟧","x":'],
    ["JSON cut in a secret", '{"password":"hunt', '{"password":"⟦credential⟧'],
  ])("%s", (_case, given, stored) => {
    expect(storedAnswer(text(given))).toBe(stored);
  });

  test("ten thousand levels are no obstacle", () => {
    const deep = `${"[".repeat(10_000)}{"password":"hunter2"}${"]".repeat(10_000)}`;
    expect(storedAnswer(text(deep))).toBe(deep.replace("hunter2", "⟦credential⟧"));
  });

  test("the body of a single marked field is masked, the error about it is not", () => {
    const path = "/customers/6101/people/5/fields/usssn";
    const answered = (status: number) =>
      plainMarks(
        prepare(
          rawExchange({
            request: { path, body: json({ value: "123" }) },
            answer: { kind: "answered", status, headers: [], body: json({ note: "abc" }) },
          }),
        ).bodyRow?.answer,
      );
    expect(answered(200)).toBe('{"note":"⟦government-id⟧"}');
    expect(answered(400)).toBe('{"note":"abc"}');
  });
});

describe("other bodies", () => {
  test.each<{ form: string; type: string; given: string; stored: string }>([
    {
      form: "a form",
      type: "application/x-www-form-urlencoded",
      given: "grant_type=client_credentials&client_id=abc&client_secret=d%26f",
      stored: "grant_type=client_credentials&client_id=abc&client_secret=⟦credential⟧",
    },
    {
      form: "XML",
      type: "text/xml",
      given: "<a><Password>x&amp;y</Password></a>",
      stored: "<a><Password>⟦credential⟧</Password></a>",
    },
    {
      form: "HTML",
      type: "text/html",
      given: "<p>Token: abc</p>",
      stored: "<p>Token: ⟦token⟧</p>",
    },
    {
      form: "a multipart form",
      type: "multipart/form-data; boundary=x",
      given: '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter2\r\n--x--\r\n',
      stored:
        '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\n⟦credential⟧\r\n--x--\r\n',
    },
    {
      form: "a dump of a request",
      type: "text/plain",
      given: "GET / HTTP/1.1\r\nAuthorization: Basic dXNlcjpwYXNz\r\nCookie: a=b\r\nX: 1",
      stored: "GET / HTTP/1.1\r\nAuthorization: ⟦credential⟧\r\nCookie: ⟦cookie⟧\r\nX: 1",
    },
    { form: "NUL", type: "text/plain", given: "a\0b", stored: "a⟦0000⟧b" },
    {
      form: "text that quotes JSON",
      type: "text/plain",
      given: 'sent {"usssn": {"value": 123456789}} on',
      stored: 'sent {"usssn": {"value": ⟦government-id⟧}} on',
    },
  ])("$form", ({ type, given, stored }) => {
    expect(storedRequest(text(given), [["Content-Type", type]])).toBe(stored);
  });

  test("a body that is still compressed is opened first", () => {
    const bytes = gzipSync(JSON.stringify({ password: "hunter2" }));
    expect(storedRequest({ bytes })).toBe('{"password":"⟦credential⟧"}');
    const half = gzipSync(`{"password":"hunter2","pad":"${"é".repeat(500)}`).subarray(0, 45);
    expect(storedRequest({ bytes: half })).not.toContain("hunter2");
  });

  test("a body that is not UTF-8 is stored as hexadecimal around its marks", () => {
    const bytes = Buffer.concat([Buffer.from("password=hunter2 "), Buffer.from([0xff, 0xfe])]);
    const raw = rawExchange({ request: { body: { bytes } } });
    expect(plainMarks(prepare(raw).bodyRow?.request)).toBe("70617373776f72643d⟦credential⟧20fffe");
    expect(factsOf(raw)).toContainEqual({ kind: "invalid-utf8", where: "request.body" });
  });

  test("two bytes a character hide nothing", () => {
    const bytes = Buffer.from('{"password":"hunter2"}', "utf16le");
    expect(storedRequest({ bytes })).toBe("⟦credential⟧");
    expect(storedRequest({ bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) })).toBe(
      "⟦credential⟧",
    );
  });

  test("a body over the limit is cut behind whole marks and characters", () => {
    const small = { ...rules, limitBytes: 100 };
    const body = json({ filler: "é".repeat(38), password: "hunter2", more: "x".repeat(500) });
    const { row, bodyRow } = prepareExchange(rawExchange({ request: { body } }), small, ids);
    expect(bodyRow?.request).toMatch(/^\{"filler":"é{38}","pass/);
    expect(Buffer.byteLength(bodyRow?.request ?? "")).toBeLessThanOrEqual(100);
    expect(bodyRow?.request).not.toMatch(/⟦[^⟧]*$/);
    expect(row.detail.requestBody).toEqual({
      kind: "text",
      byteCount: body.bytes.length,
      cut: true,
    });
    expect(row.detail.facts).toEqual([
      { kind: "body-cut", where: "request.body", limitBytes: 100, reason: "too-long" },
    ]);
  });

  test("a body that was cut while it was read keeps its reason, and its half secret is masked", () => {
    const cut = { limitBytes: 20, reason: "expands-too-far" } as const;
    const raw = rawExchange({
      knownSecrets: ["hunter2-long-secret"],
      request: { body: { bytes: Buffer.from("the value hunter2-lo"), cut } },
    });
    expect(plainMarks(prepare(raw).bodyRow?.request)).toBe("the value ⟦credential⟧");
    expect(factsOf(raw)).toContainEqual({ kind: "body-cut", where: "request.body", ...cut });
  });
});
