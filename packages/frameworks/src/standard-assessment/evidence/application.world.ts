import type { StepEvidence } from "@slipway/conformance";
import type { Exchange, ExchangeId } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";

import { done } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import type { NextPlace, ReturnToPortalFacts } from "../actions.ts";

// The steps of an application's test: calls that went well, and what a test states differently.

interface Answer {
  readonly status?: number;
  readonly body?: Json;
  readonly durationMs?: number;
  readonly next?: NextPlace;
  /** What the user read, where it differs from the message. */
  readonly shown?: string;
}

/** An event's step with its call: answered with 303 to a page of the partner's. */
function told(kind: "application.complete" | "event.repeat", answer: Answer = {}): StepEvidence {
  const { status = 303, body = "", next = status === 303 ? "page" : "nowhere", shown } = answer;
  const { durationMs = 40 } = answer;
  const call = toPartner({ purpose: "event", status, body, durationMs });
  const tone = status >= 400 ? "error" : "success";
  return done(
    kind,
    {
      deliveryId: "d-1",
      status,
      noAnswer: null,
      recruiterView: { tone, text: shown ?? "Shown." },
      next,
    },
    { exchanges: [call] },
  );
}

/** A completed application of which the partner was told. */
export function completed(answer: Answer = {}): StepEvidence {
  return told("application.complete", answer);
}

/** The same event again. */
export function repeated(answer: Answer = {}): StepEvidence {
  return told("event.repeat", answer);
}

/** Noon of 3 February 2026, as the beginning of an id that is ordered by time. */
const noonMs = Date.parse("2026-02-03T12:00:00.000Z");

/** A page that the candidate opened, and left at noon. */
export function visited(next: NextPlace, status = 303): StepEvidence {
  const exchange: Exchange = {
    ...toPartner({ purpose: "candidate-visit", status, body: "" }),
    // A UUID of version 7 begins with its time.
    id: uuidAt(noonMs) as ExchangeId,
  };
  return done(
    "page.visit",
    { deliveryId: "d-2", status, noAnswer: null, next },
    { exchanges: [exchange] },
  );
}

/** The candidate back at the portal. */
export function back(shown: ReturnToPortalFacts["shown"] = "submitted"): StepEvidence {
  return done("portal.return", { shown });
}

function uuidAt(ms: number): string {
  const time = ms.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000001`;
}
