import { setTimeout as wait } from "node:timers/promises";

import type { AtsAnswer, AtsCall, CallAts } from "./ats-call.ts";
import type { Faults } from "./fault.ts";
import { plainAttempt } from "./plain-attempt.ts";

const nothing: AtsAnswer = { status: 204, location: undefined, body: undefined };

const workflowOf = ({ address }: AtsCall): string | undefined =>
  /^.*\/applicantworkflows\/\d+/u.exec(address)?.[0];

const isRefused = ({ status }: AtsAnswer): boolean => status === 429 || status === 503;

/** Looks at the first answer; what is no refusal goes the usual way. */
const afterRefusal =
  (react: (call: AtsCall, callAts: CallAts, refused: AtsAnswer) => Promise<AtsAnswer>) =>
  (callAts: CallAts): CallAts =>
  async (call) => {
    if (workflowOf(call) === undefined) return callAts(call);
    const first = await plainAttempt(call);
    if (isRefused(first)) return react(call, callAts, first);
    return first.status < 300 ? first : callAts(call);
  };

/** What it does when the ATS cannot serve it just now, and how it learns that something happened. */
export const refusalFaults = {
  "ignores-refusals": {
    does: "takes 429 and 503 for an answer, and leaves the result at that",
    behaviour: () => {
      const givenUp = new Set<string>();
      const giveUp = afterRefusal(async (call) => {
        givenUp.add(workflowOf(call) ?? "");
        return nothing;
      });
      return {
        callAts: (callAts) => {
          const trying = giveUp(callAts);
          return async (call) => (givenUp.has(workflowOf(call) ?? "-") ? nothing : trying(call));
        },
      };
    },
  },
  "retries-without-pause": {
    does: "repeats what was answered with 429 or 503 at once",
    behaviour: () => ({ callAts: afterRefusal(async (call, callAts) => atOnce(call, callAts)) }),
  },
  "calls-on-over-quota": {
    does: "waits with the call that met the quota, and goes on with others of the same customer",
    behaviour: () => ({
      callAts: afterRefusal(async (call, callAts, { status }) => {
        await wait(1_400);
        const address = `${workflowOf(call) ?? ""}?fields=assessmentresults`;
        if (status === 429) await plainAttempt({ ...reading(call), address });
        await wait(1_500);
        return callAts(call);
      }),
    }),
  },
  "polls-for-news": {
    does: "asks the ATS twice a second whether a customer's first application has news",
    behaviour: () => {
      const polled = new Set<string>();
      return {
        callAts: (callAts) => async (call) => {
          const answer = await callAts(call);
          const { username } = call.credentials;
          if (call.method !== "POST" || polled.has(username)) return answer;
          polled.add(username);
          void poll(call).catch(() => undefined);
          return answer;
        },
      };
    },
  },
} satisfies Faults;

async function atOnce(call: AtsCall, callAts: CallAts): Promise<AtsAnswer> {
  const again = await plainAttempt(call);
  if (isRefused(again)) return atOnce(call, callAts);
  return again.status < 300 ? again : callAts(call);
}

async function poll(call: AtsCall): Promise<void> {
  const address = `${workflowOf(call) ?? ""}?fields=status`;
  for (let turn = 0; turn < 10; turn += 1) {
    await wait(500);
    await plainAttempt({ ...reading(call), address });
  }
}

function reading({ credentials }: AtsCall): Pick<AtsCall, "method" | "credentials"> {
  return { method: "GET", credentials };
}
