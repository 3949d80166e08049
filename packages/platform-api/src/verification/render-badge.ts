import { html } from "@slipway/conformance";
import type { Verification } from "@slipway/programme";

import { wordsOf, type StandingTone } from "./designation-words.ts";

const label = "integration";
const colours: Readonly<Record<StandingTone, string>> = {
  good: "#17693a",
  due: "#7a4d00",
  held: "#4f5b67",
};

/** The badge as SVG, as it stands at this moment. Undefined: nothing under this address was ever designated. */
export function renderBadge(verification: Verification | undefined): string {
  const { short, tone } =
    verification === undefined
      ? { short: "not on record", tone: "held" as const }
      : wordsOf(verification);
  const [left, right] = [widthOf(label), widthOf(short)];
  const width = left + right;
  const title = `${verification?.integration ?? "Integration"}: ${short}`;
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${width}"
    height="20"
    viewBox="0 0 ${width} 20"
    role="img"
    aria-label="${title}"
  >
    <title>${title}</title>
    <rect width="${width}" height="20" rx="4" fill="${colours[tone]}" />
    <path d="M4 0H${left}V20H4A4 4 0 0 1 0 16V4A4 4 0 0 1 4 0" fill="#16202a" />
    <g
      fill="#fff"
      text-anchor="middle"
      font-family="Verdana,DejaVu Sans,Geneva,sans-serif"
      font-size="11"
    >
      <text x="${left / 2}" y="14" textLength="${left - padding}">${label}</text>
      <text x="${left + right / 2}" y="14" textLength="${right - padding}">${short}</text>
    </g>
  </svg> `.markup;
}

const padding = 14;
const characterWidth = 6.6;

/** Room for a text: the font is not known here, and the text is fitted into it. */
function widthOf(text: string): number {
  return Math.round(text.length * characterWidth) + padding;
}
