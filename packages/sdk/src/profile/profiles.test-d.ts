import type { Link as ModelLink, ProfileNoun as ModelNoun } from "@slipway/ats-model";

import type {
  AtsClient,
  CollectionId,
  EntryOf,
  EntryWriteOf,
  Link,
  ListValue,
  ProfileLink,
  ProfileNoun,
  ProfileWrite,
} from "../index.ts";

// Held by the compiler alone: `npm run types` fails when a line here is no longer true.

type Same<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;
const holds = <Claim extends true>(claim?: Claim): Claim | undefined => claim;

declare const ats: AtsClient;

holds<Same<ProfileNoun, ModelNoun>>();
holds<Same<Link["url"], ModelLink["url"]>>();

// A read has what was asked for, and nothing else.
const person = await ats.people.get(1, { fields: ["firstname", "phones", "field123"] });
holds<Same<typeof person.firstname, string | undefined>>();
holds<Same<typeof person.field123, unknown>>();
holds<Same<NonNullable<typeof person.phones>[number]["entry"], number>>();
// @ts-expect-error -- it was not asked for
void person.lastname;
// @ts-expect-error -- people have no such field
await ats.people.get(1, { fields: ["assessmenttype"] });
// @ts-expect-error -- a custom field is `field` and a number
await ats.people.get(1, { fields: ["customfield"] });

const job = await ats.jobs.get(1);
holds<Same<typeof job.hiringmanager, ProfileLink | undefined>>();
holds<Same<typeof job.assessmenttype, readonly ListValue[] | undefined>>();

// What is written differs from what is read.
holds<
  {
    status: { id: "D1" };
    baseprofile: 5;
    sourcename: null;
  } extends ProfileWrite<"applicantworkflows">
    ? true
    : false
>();
// @ts-expect-error -- the ATS keeps it itself
void ({ updateddate: "2026-01-01" } satisfies ProfileWrite<"jobs">);
// @ts-expect-error -- a list item is named by its id or its text
void ({ status: "Hired" } satisfies ProfileWrite<"applicantworkflows">);
// @ts-expect-error -- documents are not written in JSON
void ({ resume: { file: "x" } } satisfies ProfileWrite<"people">);
void ({
  assessmentresults: [{ assessmentscore: 5 }, { entry: 3, assessmentname: { value: "A" } }],
  field99: { anything: true },
} satisfies ProfileWrite<"applicantworkflows">);

// Collections are known by name, without those that cannot be written.
holds<Same<CollectionId<"applicantworkflows">, "assessmentresults">>();
holds<Same<CollectionId<"companies">, "addresses">>();
holds<
  Same<EntryOf<"applicantworkflows", "assessmentresults">["assessmentscore"], number | undefined>
>();
void ({ assessmentdate: null } satisfies EntryWriteOf<"applicantworkflows", "assessmentresults">);
// @ts-expect-error -- people have no such collection
ats.people.collection(1, "assessmentresults");

for await (const hit of ats.jobs.search({ filters: [{ name: "job.id" }] })) {
  holds<Same<typeof hit.id, number>>();
}

// Another patience is the same client; a client for what must not be made twice is told how to look.
holds<Same<ReturnType<AtsClient["within"]>, AtsClient>>();
ats.within({ giveUpAt: 5, signal: new AbortController().signal, mostRepeats: 0 });
// @ts-expect-error -- the credentials stay those of the client
ats.within({ credentials: { kind: "basic", username: "a", password: "b" } });
const created = await ats.people.create({ lastname: "B" }, { findExisting: async () => 5 });
holds<Same<typeof created.id, number>>();
await ats.people
  .collection(1, "phones")
  .add({ phonenumber: "1" }, { findExisting: async () => undefined });
// @ts-expect-error -- what is there already is told by its number
await ats.people.create({ lastname: "B" }, { findExisting: async () => "5" });
