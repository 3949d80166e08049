import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findMasks, formatMask, type Mask } from "./mask.ts";

const digest = "0123456789abcdef";
const masks = fc.record<Mask>({
  kind: fc.constantFrom("credential", "token", "cookie", "government-id", "birth-date", "personal"),
  digest: fc.stringMatching(/^[0-9a-f]{16}$/u),
  length: fc.nat(),
});
// Whatever stands around a mark, save the bracket with which one begins.
const around = fc.string({ unit: "binary" }).filter((text) => !text.includes("⟦"));

describe("marks in stored text", () => {
  it("are found as they were written, in order, whatever stands around them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(around, masks)), around, (marked, tail) => {
        const text = marked.map(([before, mask]) => before + formatMask(mask)).join("") + tail;
        expect(findMasks(text)).toEqual(marked.map(([, mask]) => mask));
      }),
    );
  });

  it.each([
    ["an unknown kind", `⟦password:${digest}:8⟧`],
    ["a short digest", `⟦token:${digest.slice(1)}:8⟧`],
    ["a digest in upper case", `⟦token:${digest.toUpperCase()}:8⟧`],
    ["no length", `⟦token:${digest}:⟧`],
    ["no end", `⟦token:${digest}:8`],
  ])("are not seen in what has %s", (_, text) => {
    expect(findMasks(text)).toEqual([]);
  });

  it("may stand inside JSON and query strings", () => {
    const mask: Mask = { kind: "personal", digest, length: 11 };
    const text = `${JSON.stringify({ note: `born ${formatMask(mask)}` })}?q=${formatMask(mask)}`;
    expect(findMasks(text)).toEqual([mask, mask]);
  });
});
