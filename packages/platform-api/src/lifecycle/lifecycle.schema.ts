import { Type } from "typebox";

import { personalStandingEvents, versionEvents } from "@slipway/programme";

import { actor } from "../requests/actor.schema.ts";
import { instant } from "../requests/parse-instant.ts";
import { lineOfText } from "../requests/text-schemas.ts";
import { manifestEntry } from "../sandboxes/partner-setup.schema.ts";

const closed = { additionalProperties: false };
const lines = Type.Array(lineOfText, { maxItems: 200 });
const text = Type.String({ maxLength: 20_000 });

/** A design as it is saved; what it still lacks is asked for when it is handed in. */
const design = Type.Object(
  {
    useCase: text,
    valueProposition: text,
    operations: lines,
    events: lines,
    optionalFeatures: lines,
    manifest: Type.Array(manifestEntry, { maxItems: 1000 }),
    setUpSteps: lines,
    valuesPerCustomer: lines,
    setUpQuestions: lines,
  },
  closed,
);

export const savedDesign = Type.Object({ design, actor }, closed);

export const begunVersion = Type.Object({ actor, reason: lineOfText }, closed);

/** An event of a version, with what only some events need. */
export const versionMove = Type.Object(
  {
    event: Type.Union(versionEvents.map((event) => Type.Literal(event))),
    actor,
    reason: Type.String({ maxLength: 2000 }),
    design: Type.Optional(design),
    runId: Type.Optional(Type.String({ maxLength: 60 })),
    confirmedBy: Type.Optional(lineOfText),
    replacedBy: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);

/** An event of an integration's standing. */
export const standingMove = Type.Object(
  {
    event: Type.Union(personalStandingEvents.map((event) => Type.Literal(event))),
    actor,
    reason: Type.String({ maxLength: 2000 }),
    until: Type.Optional(instant),
    deadlineId: Type.Optional(Type.String({ maxLength: 60 })),
  },
  closed,
);

export const openedItem = Type.Object({ about: lineOfText, question: lineOfText, actor }, closed);

export const closedItem = Type.Object({ answer: lineOfText, actor }, closed);

export const newCustomer = Type.Object({ name: lineOfText }, closed);

/** A person of the partner answers for what this slot holds. */
export const confirmedSlot = Type.Object(
  { slot: Type.String({ minLength: 1, maxLength: 60 }), actor },
  closed,
);
