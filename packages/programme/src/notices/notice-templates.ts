import { noticeText, type NoticeText } from "./notice-text.ts";

/** What every notice is filled with. */
export interface NoticeSubject {
  readonly integration: string;
  /** What has to be done, as the deadline's subject says; or the name of what was released. */
  readonly subject: string;
}

/** What each kind of notice is filled with. Nothing in it depends on when it is written: the same facts give the same text. */
export interface NoticeFacts {
  readonly "revalidation-required": NoticeSubject & { readonly days: number };
  readonly "mandatory-feature": NoticeSubject & {
    readonly dueAt: Date;
    readonly whatItIs?: string;
  };
  readonly "feature-release": NoticeSubject & { readonly whatItIs: string };
  readonly "deadline-reminder": NoticeSubject & { readonly dueAt: Date; readonly daysLeft: number };
  readonly "deadline-extended": NoticeSubject & { readonly dueAt: Date; readonly reason: string };
  readonly "deadline-expired": NoticeSubject & { readonly dueAt: Date };
  /** The subject is the item that was asked about. */
  readonly "thread-answered": NoticeSubject & { readonly by: string; readonly answer: string };
}

export type NoticeKind = keyof NoticeFacts;

type Templates = { readonly [Kind in NoticeKind]: (facts: NoticeFacts[Kind]) => NoticeText };

const why =
  "You get this mail because your address is on record for this integration in the integration programme.";

/** Every notice, by kind. */
export const noticeTemplates: Templates = {
  "revalidation-required": ({ integration, subject, days }) =>
    noticeText(`Revalidation required: ${integration}`, [
      `Developer Support requires a revalidation of ${integration}: ${subject}.`,
      `Please complete it within ${days} days of this e-mail. The time counts from the moment at which the mail server accepted it.`,
      "A revalidation follows the newest version of the guide of your framework. Your sandbox stays open for it, and Developer Support answers your questions.",
      why,
    ]),
  "mandatory-feature": ({ integration, subject, dueAt, whatItIs }) =>
    noticeText(`Mandatory feature for ${integration}: ${subject}`, [
      `A mandatory feature was released that concerns ${integration}: ${subject}.`,
      ...(whatItIs === undefined ? [] : [whatItIs]),
      `Please revalidate the integration with it by ${utc(dueAt)}, one year after the release.`,
      why,
    ]),
  "feature-release": ({ integration, subject, whatItIs }) =>
    noticeText(`New feature for ${integration}: ${subject}`, [
      `A feature was released that concerns ${integration}: ${subject}.`,
      whatItIs,
      "It is not mandatory: nothing is due, and the designation stays.",
      why,
    ]),
  "deadline-reminder": ({ integration, subject, dueAt, daysLeft }) =>
    noticeText(`${daysOf(daysLeft)} left: ${integration}`, [
      `${daysOf(daysLeft)} are left for ${integration}: ${subject}.`.replace(
        "1 day are",
        "1 day is",
      ),
      `It has to be complete by ${utc(dueAt)}. If you cannot make it, ask Developer Support for an extension in time.`,
      why,
    ]),
  "deadline-extended": ({ integration, subject, dueAt, reason }) =>
    noticeText(`New deadline for ${integration}`, [
      `The deadline of ${integration} was extended: ${subject}. It is now ${utc(dueAt)}.`,
      `The reason given: ${reason}`,
      why,
    ]),
  "deadline-expired": ({ integration, subject, dueAt }) =>
    noticeText(`Deadline passed: ${integration}`, [
      `The deadline of ${integration} passed on ${utc(dueAt)}: ${subject}.`,
      "Nothing changes by itself. A person of the programme decides what follows, and tells you with a reason. Please get in touch with Developer Support.",
      why,
    ]),
  "thread-answered": ({ integration, subject, by, answer }) =>
    noticeText(`Answer from Developer Support: ${integration}`, [
      `${by} answered your question about ${subject}:`,
      answer,
      "The thread stays open to further questions, and stays on record.",
      why,
    ]),
};

function daysOf(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

/** As `2027-02-28 09:00 UTC`. */
function utc(instant: Date): string {
  const text = instant.toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
