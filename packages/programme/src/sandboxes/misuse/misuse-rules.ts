/** How far back signs are looked for, in days. */
export const misuseDays = 7;
/** How many writing calls of a tenant are looked at, the newest. */
export const misuseWrites = 1000;
/** More calls than these on a day are many. */
export const manyCallsADay = 2000;
/** Many calls on this many of the days are a sustained volume. */
export const manyCallsDays = 5;

/** By what a use that the sandbox policy forbids is noticed, what it may mean, and what to do. A sign is no verdict: a person judges it. */
export const misuseRules = {
  "mail.real-domain": {
    noticed: `A call by the partner (of the newest ${misuseWrites} of a tenant that write, in the last ${misuseDays} days) carries a mail address whose domain is not kept for tests: not below \`example\`, \`test\`, \`invalid\` or \`localhost\`, nor \`example.com\`, \`example.net\` or \`example.org\` (RFC 2606, RFC 6761). Every address of the seed is below \`example.test\`.`,
    explanation:
      "Somebody may have been tested who is real: a customer's candidate, or a person of the partner.",
    toDo: "Partner: write only made-up people with addresses at example.test. Developer Support: ask the partner whose address it is.",
  },
  "calls.sustained-volume": {
    noticed: `A tenant has had more than ${manyCallsADay} calls of its users on at least ${manyCallsDays} of the last ${misuseDays} days of its clock.`,
    explanation:
      "Development comes in bursts and a run takes some hundred calls: so many on most days look like production use, or like polling where an event would do.",
    toDo: "Partner: stop what polls, and keep customers' traffic out. Developer Support: look at the exchanges, and ask the partner what makes the calls.",
  },
} as const;

export type MisuseRuleId = keyof typeof misuseRules;
