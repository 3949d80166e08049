import type { CustomField } from "./custom-field.ts";
import type { StatusPurpose } from "./list-node.ts";

/** What makes one tenant of a pair unlike the other, before numbers are given out. */
export interface TenantCharacter {
  readonly timeZone: string;
  readonly labels: Readonly<Record<string, string>>;
  /** System nodes carry their id; customer-made ones get theirs from the seed. */
  readonly statuses: readonly {
    readonly id?: string;
    readonly value: string;
    readonly bin: string;
    readonly purpose: StatusPurpose;
  }[];
  /** Texts by list; an asterisk at the end marks a node no longer offered. */
  readonly customLists: Readonly<Record<string, readonly string[]>>;
  readonly customFields: readonly Omit<CustomField, "id" | "filterNumber">[];
}

const a: TenantCharacter = {
  timeZone: "America/New_York",
  labels: {
    "person.email": "E-mail Address",
    "person.firstname": "Given Name",
    "person.usssn": "Social Security #",
    "person.phones": "Telephone Numbers",
    "job.jobtitle": "Position Title",
    "job.joblocation": "Work Site",
    "job.assessmenttype": "Assessment Package",
    "submittal.status": "Recruiting Stage",
    "submittal.assessmentresults": "Test Results",
  },
  statuses: [
    { id: "D10100", value: "New Submissions - External Portal", bin: "New", purpose: "submitted" },
    { id: "D10103", value: "Under Review", bin: "Review", purpose: "review" },
    { value: "Send Prime Assessment", bin: "Screen", purpose: "send-assessment" },
    { value: "Assessment Under Way", bin: "Screen", purpose: "assessment-in-progress" },
    { value: "Assessment Received", bin: "Screen", purpose: "assessment-complete" },
    { value: "Panel Interview", bin: "Interview", purpose: "interview" },
    { value: "Offer Extended", bin: "Offer", purpose: "offer" },
    { value: "Hired - Start Date Set", bin: "Hired", purpose: "hired" },
    { id: "D10105", value: "Not Selected", bin: "Closed", purpose: "rejected" },
    { value: "Candidate Withdrew", bin: "Closed", purpose: "withdrawn" },
  ],
  customLists: {
    "lists.position": [
      "Warehouse",
      "Transport",
      "Customer Care",
      "Finance",
      "Software",
      "Legacy Category*",
    ],
    "lists.skills": ["Forklift", "Spreadsheet", "TypeScript", "Negotiation", "Welding"],
    "lists.school": ["Northfield College", "Lakeside University", "Closed Academy*"],
    "lists.major": ["Mathematics", "Logistics", "Nursing"],
    "lists.degree": ["Associate", "Bachelor of Science", "Master of Arts"],
    "lists.job.assessment_type": [
      "Numerical Reasoning",
      "Situational Judgement",
      "Coding Exercise",
      "Retired Battery*",
    ],
    "lists.job.bgc_package": ["Basic Check", "Extended Check"],
    "lists.job.billing_code": ["BC-100", "BC-200"],
    "lists.job.drug_screen_package": ["5-Panel", "10-Panel"],
    "lists.job.video_interview_package": ["Short Video", "Full Video"],
    "lists.job.department": ["Operations", "Engineering", "People Team"],
    "lists.submittal.assessment_name": [
      "Numerical Reasoning",
      "Situational Judgement",
      "Coding Exercise",
      "Retired Battery*",
    ],
    "lists.custom.shift": ["Early", "Late", "Night"],
    "lists.custom.languages": ["English", "Spanish", "French"],
  },
  customFields: [
    {
      noun: "people",
      label: "Preferred Shift",
      type: "list-single",
      list: "lists.custom.shift",
      searchable: true,
    },
    {
      noun: "people",
      label: "Languages Spoken",
      type: "list-multiple",
      list: "lists.custom.languages",
      searchable: false,
    },
    { noun: "people", label: "Badge Number", type: "text", searchable: true },
    { noun: "people", label: "Available From", type: "date", searchable: true },
    { noun: "jobs", label: "Cost Share %", type: "decimal", searchable: false },
    { noun: "jobs", label: "Union Position", type: "dropdown-single", searchable: false },
    { noun: "applicantworkflows", label: "Referral Code", type: "text", searchable: true },
    { noun: "applicantworkflows", label: "Last Assessment Order", type: "text", searchable: true },
  ],
};

const b: TenantCharacter = {
  timeZone: "Europe/Berlin",
  labels: {
    "person.email": "Contact E-mail",
    "person.lastname": "Family Name",
    "person.usssn": "National Insurance / SSN",
    "person.phones": "Contact Phones",
    "job.jobtitle": "Vacancy Name",
    "job.joblocation": "Duty Station",
    "job.assessmenttype": "Test Battery",
    "submittal.status": "Selection Step",
    "submittal.assessmentresults": "Assessment Scores",
    "company.name": "Office Name",
  },
  statuses: [
    { id: "D10100", value: "Recently Applied", bin: "Inbox", purpose: "submitted" },
    { id: "D10103", value: "Shortlist", bin: "Inbox", purpose: "review" },
    { value: "Interview with Team", bin: "Conversations", purpose: "interview" },
    { value: "Order Online Test", bin: "Testing", purpose: "send-assessment" },
    { value: "Online Test Running", bin: "Testing", purpose: "assessment-in-progress" },
    { value: "Online Test Scored", bin: "Testing", purpose: "assessment-complete" },
    { value: "Contract Offered", bin: "Contract", purpose: "offer" },
    { value: "Contract Signed", bin: "Contract", purpose: "hired" },
    { id: "D10105", value: "Declined by Us", bin: "Archive", purpose: "rejected" },
    { value: "Declined by Candidate", bin: "Archive", purpose: "withdrawn" },
    { value: "Talent Reserve", bin: "Archive", purpose: "review" },
  ],
  customLists: {
    "lists.position": ["Labor", "Pflege", "Verwaltung", "IT", "Produktion", "Alte Kategorie*"],
    "lists.skills": ["Spreadsheet", "Python", "Schweißen", "Moderation", "Pipettieren"],
    "lists.school": ["Hochschule am See", "Technische Schule Nord", "Alte Akademie*"],
    "lists.major": ["Physik", "Pflegewissenschaft", "Wirtschaft"],
    "lists.degree": ["Bachelor", "Master", "Promotion"],
    "lists.job.assessment_type": [
      "Logic and Numbers",
      "Language Check",
      "Practical Task",
      "Old Test*",
    ],
    "lists.job.bgc_package": ["Standard", "Standard plus References"],
    "lists.job.billing_code": ["KST-4711", "KST-4712"],
    "lists.job.drug_screen_package": ["None Required", "Laboratory"],
    "lists.job.video_interview_package": ["Video A", "Video B"],
    "lists.job.department": ["Forschung", "Produktion", "Verwaltung"],
    "lists.submittal.assessment_name": [
      "Logic and Numbers",
      "Language Check",
      "Practical Task",
      "Old Test*",
    ],
    "lists.custom.contract": ["Permanent", "Fixed term", "Working student"],
  },
  customFields: [
    {
      noun: "people",
      label: "Contract Wish",
      type: "list-single",
      list: "lists.custom.contract",
      searchable: true,
    },
    { noun: "people", label: "Salary Band", type: "number", searchable: true },
    { noun: "people", label: "Nickname", type: "text", searchable: false },
    { noun: "jobs", label: "Works Council Approved", type: "dropdown-single", searchable: false },
    { noun: "jobs", label: "Budget Owner", type: "person-link", searchable: false },
    { noun: "applicantworkflows", label: "Agency Reference", type: "text", searchable: true },
    { noun: "applicantworkflows", label: "Test Order Number", type: "text", searchable: true },
    { noun: "applicantworkflows", label: "Decision Expected", type: "date-time", searchable: true },
  ],
};

/** The two tenants of every sandbox: unlike in everything a partner must not hard-code. */
export const pairCharacters = { a, b } as const;
