import { expect, it } from "vitest";

import type { PublicStanding, Verification } from "@slipway/programme";

import { renderBadge } from "./render-badge.ts";
import { renderVerification } from "./render-verification.ts";

const day = new Date("2026-11-28T12:00:00.000Z");

function standing(as: PublicStanding): Verification {
  return {
    id: "0190a000-0000-7000-8000-000000000001",
    at: day,
    integration: 'Acme <Tests> & "more"',
    organisation: "Acme",
    framework: "prime-assessment",
    designation: "prime",
    version: 2,
    pack: { id: "prime-assessment", version: "2026.2" },
    since: day,
    standing: as,
    bundle: { sha256: "0".repeat(64), keyId: "ek-1", isPublic: true },
  };
}

it.each([
  [{ kind: "in-force" }, "Prime"],
  [{ kind: "revalidation-due", dueAt: day }, "Prime, revalidation due"],
] as const)("names the designation while it is in force: %j", (as, text) => {
  expect(renderBadge(standing(as))).toContain(`>${text}</text>`);
  expect(renderVerification(standing(as))).toContain("The designation Prime is in force");
});

it.each([
  [{ kind: "overdue", dueAt: day }, "revalidation overdue"],
  [{ kind: "suspended", since: day }, "suspended"],
  [{ kind: "removed", since: day }, "removed"],
] as const)("never names a designation that is not in force: %j", (as, text) => {
  const badge = renderBadge(standing(as));
  expect(badge).toContain(`>${text}</text>`);
  expect(badge).not.toMatch(/prime|standard/iu);
  expect(renderVerification(standing(as))).not.toContain("is in force,");
});

it("escapes what partners have named", () => {
  for (const text of [renderVerification, renderBadge].map((one) =>
    one(standing({ kind: "in-force" })),
  )) {
    expect(text).toContain("Acme &lt;Tests&gt; &amp; &quot;more&quot;");
    expect(text).not.toContain("<Tests>");
  }
});
