import { expect, test } from "vitest";

import { canonicalRequest, sha256 } from "./canonical-request.ts";
import { signRequest } from "./sign-request.ts";

const url = "https://api.icims.com/customers/9001/people/77?fields=firstname,email";
const at = new Date("2026-01-15T10:00:00Z");

test("a request is signed as the reference vector says", () => {
  const headers = signRequest(
    { method: "get", url, at },
    { username: "int", key: "sandbox-shared-key" },
  );
  expect(headers).toEqual({
    "content-type": "application/json",
    "x-icims-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-icims-date": "2026-01-15T10:00:00Z",
    authorization:
      "x-icims-v1-hmac-sha256 user=int,signedheaders=content-type;host;x-icims-content-sha256;x-icims-date,signature=5eaa555302e73182b696d1ffbfbe6d7a46c7db20eec21d6c2f48eeb622ab8a6c",
  });
});

test("the canonical request is the vector's", () => {
  const text = canonicalRequest({
    method: "GET",
    path: "/customers/9001/people/77",
    query: "fields=firstname,email",
    headers: {
      host: "api.icims.com",
      "content-type": "application/json",
      "x-icims-date": "2026-01-15T10:00:00Z",
      "x-icims-content-sha256": sha256(""),
    },
  });
  expect(sha256(text)).toBe("65af1b744666c82a86eb605f0d37c9df46f1cf8258cf6fa3b653f0ea5b79fbc9");
});

test("a body and another port change the signature", () => {
  const user = { username: "int", key: "k" };
  const plain = signRequest({ method: "POST", url, at }, user);
  const withBody = signRequest({ method: "POST", url, at, body: "{}" }, user);
  const withPort = signRequest(
    { method: "POST", url: url.replace(".com/", ".com:8443/"), at },
    user,
  );
  expect(withBody["x-icims-content-sha256"]).toBe(sha256("{}"));
  const signatures = [plain, withBody, withPort].map(({ authorization }) => authorization);
  expect(new Set(signatures).size).toBe(3);
});
