import type { AtsCall, CallAts } from "./ats-call.ts";
import type { Faults } from "./fault.ts";

const workflowOf = (address: string): string | undefined =>
  /^.*\/applicantworkflows\/\d+/u.exec(address)?.[0];

/** Asks for other fields. */
const reading = (fieldsOf: (fields: string) => string) => ({
  callAts:
    (callAts: CallAts): CallAts =>
    async (call) => {
      const fields = /\?fields=(.*)$/u.exec(call.address)?.[1];
      if (fields === undefined) return callAts(call);
      const changed = fieldsOf(fields);
      const query = changed === "" ? "" : `?fields=${changed}`;
      return callAts({ ...call, address: call.address.replace(/\?.*$/u, query) });
    },
});

/** Writes into the application beside the new row. */
const alsoWriting = (body: Readonly<Record<string, unknown>>) => ({
  callAts:
    (callAts: CallAts): CallAts =>
    async (call) => {
      const workflow = call.method === "POST" ? workflowOf(call.address) : undefined;
      if (workflow !== undefined)
        await callAts({ ...call, method: "PATCH", address: workflow, body }).catch(() => undefined);
      return callAts(call);
    },
});

/** Which fields are read and written, and how the API is used. */
export const atsFaults = {
  "calls-with-wrong-password": {
    does: "goes on calling the ATS with an old password beside the right one",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        const answer = await callAts(call);
        const { username } = call.credentials;
        if (call.method === "GET" && call.address.includes("/people/"))
          await callAts({ ...call, credentials: { username, password: "an old one" } }).catch(
            () => undefined,
          );
        return answer;
      },
    }),
  },
  "calls-with-expired-password": {
    does: "goes on calling the ATS with the password it had first, beside the one that replaced it",
    behaviour: () => {
      const first = new Map<string, AtsCall["credentials"]>();
      return {
        configured: (customerId, { ats }) => {
          if (!first.has(customerId)) first.set(customerId, ats);
        },
        callAts: (callAts) => async (call) => {
          const answer = await callAts(call);
          const [, customerId = ""] = /\/customers\/(\d+)/u.exec(call.address) ?? [];
          const credentials = first.get(customerId) ?? call.credentials;
          if (call.method === "GET" && call.address.includes("/people/"))
            await callAts({ ...call, credentials }).catch(() => undefined);
          return answer;
        },
      };
    },
  },
  "calls-what-is-not-there": {
    does: "asks for a result row that does not exist while an order runs",
    behaviour: () => ({
      callAts: (callAts) => async (call) => {
        const { credentials } = call;
        if (call.method === "POST") {
          const address = `${call.address}/999999999`;
          await callAts({ method: "GET", address, credentials }).catch(() => undefined);
        }
        return callAts(call);
      },
    }),
  },
  "reads-undeclared-field": {
    does: "asks for a field that its manifest does not declare",
    behaviour: () => reading((fields) => `${fields},folder`),
  },
  "reads-default-fields": {
    does: "asks for no fields by name and takes what comes",
    behaviour: () => reading(() => ""),
  },
  "declares-too-much": {
    does: "never reads a field that its manifest declares",
    behaviour: () => reading((fields) => fields.replace(",phones", "").replace(",status", "")),
  },
  "writes-undeclared-field": {
    does: "writes a field that its manifest does not declare",
    behaviour: () => alsoWriting({ sourcename: "Example partner" }),
  },
  "writes-custom-field": {
    does: "writes a field that only one customer has",
    behaviour: () => alsoWriting({ field41990: "yes" }),
  },
} satisfies Faults;

/** Calls as for the first customer that was met; what `change` takes of it is up to the fault. */
export function asFirst<Kept>(
  keep: (call: AtsCall) => Kept | undefined,
  change: (call: AtsCall, first: Kept) => AtsCall,
): (callAts: CallAts) => CallAts {
  let first: Kept | undefined;
  return (callAts) => async (call) => {
    first ??= keep(call);
    return callAts(first === undefined ? call : change(call, first));
  };
}
