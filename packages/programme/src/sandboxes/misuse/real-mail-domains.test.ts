import { expect, it } from "vitest";

import { realMailDomains } from "./real-mail-domains.ts";

it.each([
  ['{"email":"ada@analytical-engines.com"}', ["analytical-engines.com"]],
  [
    '{"note":"Ask Ada.Byron+jobs@Mail.Engines.co.uk, or b@engines.io."}',
    ["mail.engines.co.uk", "engines.io"],
  ],
  ['{"a":"x@engines.io","b":"y@engines.io"}', ["engines.io"]],
  ['{"email":"ada@not-example.com"}', ["not-example.com"]],
  ['{"email":"ada@example.com.engines.io"}', ["example.com.engines.io"]],
  ['{"email":"ada@büro.de"}', ["büro.de"]],
])("finds whose addresses stand in %s", (text, domains) => {
  expect(realMailDomains(text)).toEqual(domains);
});

it.each([
  '{"email":"candidate.7@example.test"}',
  '{"email":"ada@example.com","other":"ada@mail.example.org"}',
  '{"email":"ada@engines.invalid","other":"root@localhost"}',
  '{"email":"ada@Engines.EXAMPLE"}',
  '{"version":"sdk@2.0.1","handle":"@ada","empty":"ada@"}',
])("finds nobody's address in %s", (text) => {
  expect(realMailDomains(text)).toEqual([]);
});
