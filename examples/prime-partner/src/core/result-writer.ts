import type { AtsClients } from "./ats-clients.ts";
import { fieldsOf } from "./manifest.ts";
import { orderKey, type Order } from "./order.ts";
import type { OrderStore } from "./order-store.ts";
import type { Customers } from "./platform-access.ts";
import { changedRow, newRow } from "./result-row.ts";

export interface ResultWriterOptions {
  readonly store: OrderStore;
  readonly atsOf: AtsClients;
  readonly customers: Customers;
  /** The address under which a recruiter opens the report: unique per order, by which its row is found again. */
  readonly reportAddress: (order: Order) => string;
  readonly log: (line: string) => void;
}

export interface ResultWriter {
  /** Brings the row in the ATS to the order's state in the background, and stays at it until that is done. */
  readonly bringUpToDate: (order: Order) => void;
  /** Resolves when nothing is being written. */
  readonly settled: () => Promise<void>;
}

interface WrittenRow {
  readonly entry: number;
  readonly state: Order["state"]["kind"];
}

/** Writes the one row of each order: created once, changed ever after. */
export function createResultWriter(options: ResultWriterOptions): ResultWriter {
  const { store, log } = options;
  const running = new Map<string, Promise<void>>();

  const run = async (first: Order): Promise<void> => {
    const key = orderKey(first.received);
    try {
      // The state may have moved on while its predecessor was being written.
      for (let order = first; !isWritten(order); order = store.find(first.received) ?? first) {
        const row = { kind: "written", ...(await writeRow(options, order)) } as const;
        store.save({ ...(store.find(first.received) ?? order), row });
      }
    } catch (error) {
      log(`the result row of ${first.partnerOrderId} is not written: ${String(error)}`);
    } finally {
      running.delete(key);
    }
  };
  return {
    bringUpToDate: (order) => {
      const key = orderKey(order.received);
      if (!running.has(key) && !isWritten(order)) running.set(key, run(order));
    },
    settled: async () => {
      await Promise.all(running.values());
    },
  };
}

function isWritten({ row, state }: Order): boolean {
  return row.kind === "written" && row.state === state.kind;
}

async function writeRow(options: ResultWriterOptions, order: Order): Promise<WrittenRow> {
  const { received, row, state } = order;
  const credentials = options.customers.get(received.customerId)?.ats;
  if (credentials === undefined) throw new Error("the customer is not configured");
  const { applicantworkflows } = options.atsOf(received.atsAddress, credentials);
  const results = applicantworkflows.collection(received.workflowId, "assessmentresults");
  const report = options.reportAddress(order);
  // The row may be there already: created before a restart, or by a call whose answer was lost.
  const findExisting = async (): Promise<number | undefined> => {
    const fields = fieldsOf("applicantworkflow");
    const { assessmentresults = [] } = await applicantworkflows.get(received.workflowId, {
      fields,
    });
    return assessmentresults.find(({ assessmenturl }) => assessmenturl === report)?.entry;
  };
  const known = row.kind === "written" ? row.entry : await findExisting();
  if (known === undefined) {
    const entry = await results.add(newRow(order, report), { findExisting });
    return { entry, state: state.kind };
  }
  await results.update(known, changedRow(state));
  return { entry: known, state: state.kind };
}
