import { describe, expect, it, test } from "vitest";

import {
  canonicalRequest,
  contentDigest,
  signatureOf,
  stringToSign,
  type SignedRequest,
} from "./canonical-request.ts";
import { parseRequestDate } from "./parse-request-date.ts";
import { parseSignedAuthorization, signedAuthorization } from "./signed-authorization.ts";

/** The vector of the reference. */
const key = "sandbox-shared-key";
const request: SignedRequest = {
  method: "GET",
  path: "/customers/9001/people/77",
  query: "fields=firstname,email",
  headers: {
    "content-type": "application/json",
    host: "api.icims.com",
    "x-icims-date": "2026-01-15T10:00:00Z",
    "x-icims-content-sha256": contentDigest(),
  },
};
const signature = "5eaa555302e73182b696d1ffbfbe6d7a46c7db20eec21d6c2f48eeb622ab8a6c";

describe("the signature of a request", () => {
  it("is that of the vector, step by step", () => {
    const digest = "65af1b744666c82a86eb605f0d37c9df46f1cf8258cf6fa3b653f0ea5b79fbc9";
    expect(contentDigest(canonicalRequest(request))).toBe(digest);
    expect(stringToSign(request)).toBe(`x-icims-v1-hmac-sha256\n2026-01-15T10:00:00Z\n${digest}`);
    expect(signatureOf(request, key)).toBe(signature);
  });

  it("leaves an empty line where there is no query", () => {
    const headers = { host: "api.example.test", "x-icims-date": "2026-01-15T10:00:00Z" };
    expect(canonicalRequest({ method: "post", path: "/customers/1/people", query: "", headers }))
      .toBe(`POST
/customers/1/people

host:api.example.test
x-icims-date:2026-01-15T10:00:00Z

host;x-icims-date`);
  });

  it("sorts the headers by name and trims their values", () => {
    const { "content-type": type, ...others } = request.headers;
    const headers = { ...others, "content-type": ` ${type ?? ""}\t` };
    expect(signatureOf({ ...request, headers }, key)).toBe(signature);
  });

  it.each([
    ["method", { method: "POST" }],
    ["path", { path: "/customers/9001/people/78" }],
    ["query", { query: "fields=email,firstname" }],
    ["host", { headers: { ...request.headers, host: "api.icims.com:8443" } }],
    ["date", { headers: { ...request.headers, "x-icims-date": "2026-01-15T10:00:01Z" } }],
    ["body", { headers: { ...request.headers, "x-icims-content-sha256": contentDigest("{}") } }],
  ])("changes with the %s", (_what, change) => {
    expect(signatureOf({ ...request, ...change }, key)).not.toBe(signature);
  });

  it("digests a body's bytes, and nothing where there is none", () => {
    expect(contentDigest()).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(contentDigest(Buffer.from("é"))).toBe(contentDigest("é"));
  });
});

describe("the header that carries it", () => {
  const parsed = {
    user: "int",
    signedHeaders: ["content-type", "host", "x-icims-content-sha256", "x-icims-date"],
    signature,
  };

  it("is written as the vendor writes it and read back", () => {
    const header = signedAuthorization(request, { user: "int", key });
    expect(header).toBe(
      `x-icims-v1-hmac-sha256 user=int,signedheaders=content-type;host;x-icims-content-sha256;x-icims-date,signature=${signature}`,
    );
    expect(parseSignedAuthorization(header)).toEqual(parsed);
  });

  it("is read with blanks after the commas, as a client sends it", () => {
    const header = signedAuthorization(request, { user: "int", key }).replaceAll(",", ",  ");
    expect(parseSignedAuthorization(header)).toEqual(parsed);
  });

  const host = "signedheaders=host";
  test.each([
    ["another scheme", `Basic user=int,${host},signature=${signature}`],
    ["no user", `x-icims-v1-hmac-sha256 user=,${host},signature=${signature}`],
    ["a part twice", `x-icims-v1-hmac-sha256 user=a,user=b,signature=${signature}`],
    ["a part too many", `x-icims-v1-hmac-sha256 user=a,${host},signature=${signature},x=1`],
    ["a part too few", `x-icims-v1-hmac-sha256 user=a,signature=${signature}`],
    ["no headers", `x-icims-v1-hmac-sha256 user=a,signedheaders=,signature=${signature}`],
    ["upper case", `x-icims-v1-hmac-sha256 user=a,signedheaders=Host,signature=${signature}`],
    ["a header twice", `x-icims-v1-hmac-sha256 user=a,${host};host,signature=${signature}`],
    ["a short signature", `x-icims-v1-hmac-sha256 user=a,${host},signature=00ff`],
  ])("is not read with %s", (_what, header) => {
    expect(parseSignedAuthorization(header)).toBeUndefined();
  });
});

describe("the time of a request", () => {
  it.each([
    "2017-10-18T14:53:40+0000",
    "2017-10-18T14:53:40+00:00",
    "2017-10-18T14:53:40Z",
    "2017-10-18T14:53:40.000Z",
    " 2017-10-18T16:53:40+0200 ",
  ])("is read from %s", (text) => {
    expect(parseRequestDate(text)).toEqual(new Date("2017-10-18T14:53:40Z"));
  });

  it.each([
    "",
    "yesterday",
    "2017-10-18",
    "2017-02-31T00:00:00Z",
    "2017-10-18T14:53:40",
    "1508338420",
  ])("is not read from %j", (text) => {
    expect(parseRequestDate(text)).toBeUndefined();
  });
});
