import { Type } from "typebox";

import { deadlineKinds, noticeStates } from "@slipway/programme";

import { at, count, named, oneOf, openObject, orNull, text } from "./shapes.ts";

const deadline = {
  id: text,
  integrationId: text,
  kind: oneOf(...deadlineKinds),
  subject: text,
  recipient: text,
  openedAt: at,
};

const deadlineIn = (further: object) =>
  Type.Union([
    Type.Object({
      ...deadline,
      state: Type.Literal("awaiting-notice"),
      waitsFor: text,
      ...further,
    }),
    Type.Object({
      ...deadline,
      state: oneOf("running", "overdue"),
      startedAt: at,
      dueAt: at,
      ...further,
    }),
    Type.Object({ ...deadline, state: Type.Literal("cleared"), clearedAt: at, ...further }),
  ]);

const notice = {
  id: text,
  integrationId: text,
  deadlineId: Type.Optional(text),
  kind: text,
  recipient: text,
  subject: text,
  state: oneOf(...noticeStates),
  attempts: count,
  dueAt: at,
  answer: Type.Optional(text),
  handedOverAt: Type.Optional(at),
  endedAt: Type.Optional(at),
  createdAt: at,
};

/** Deadlines, the mails that tell of them, and what waits for a person. */
export const deadlineAnswers = {
  Deadline: deadlineIn({}),
  DeadlineList: Type.Object({ deadlines: Type.Array(named("Deadline")) }),
  DeadlineEntry: Type.Object({
    entry: count,
    at,
    event: oneOf("opened", "started", "extended", "expired", "cleared"),
    by: text,
    reason: text,
    before: orNull(openObject()),
    after: openObject(),
  }),
  DeadlineWithHistory: deadlineIn({ history: Type.Array(named("DeadlineEntry")) }),
  Notice: Type.Object(notice),
  NoticeList: Type.Object({ notices: Type.Array(named("Notice")) }),
  NoticeWithText: Type.Object({ ...notice, text, html: text }),
  Task: Type.Object({
    id: text,
    kind: oneOf("deadline-overdue", "notice-refused", "notice-unknown"),
    integrationId: text,
    deadlineId: Type.Optional(text),
    noticeId: Type.Optional(text),
    openedAt: at,
    toDo: text,
  }),
  TaskList: Type.Object({ tasks: Type.Array(named("Task")) }),
};
