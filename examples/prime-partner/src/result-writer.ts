import type { AtsAnswer, AtsCall, CallAts } from "./ats-client.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import { fieldsOf } from "./manifest.ts";
import { orderKey, type Order } from "./order.ts";
import type { OrderStore } from "./order-store.ts";
import { changedRow, newRow } from "./result-row.ts";

export interface ResultWriterOptions {
  readonly store: OrderStore;
  readonly callAts: CallAts;
  readonly customers: ReadonlyMap<string, CustomerConfiguration>;
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

type Call = Omit<AtsCall, "credentials">;
type CallRow = (call: Call) => Promise<AtsAnswer>;

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

async function writeRow(
  options: ResultWriterOptions,
  order: Order,
): Promise<{ readonly address: string; readonly state: Order["state"]["kind"] }> {
  const { received, row, state } = order;
  const credentials = options.customers.get(received.customerId)?.ats;
  if (credentials === undefined) throw new Error("the customer is not configured");
  const call = async (one: Call): Promise<AtsAnswer> => options.callAts({ ...one, credentials });
  const report = options.reportAddress(order);
  const known = row.kind === "written" ? row.address : await findRow(call, order, report);
  if (known === undefined) {
    const address = await createRow(call, order, report);
    return { address, state: state.kind };
  }
  await call({ method: "PATCH", address: known, body: changedRow(state) });
  return { address: known, state: state.kind };
}

async function createRow(call: CallRow, order: Order, report: string): Promise<string> {
  const address = `${workflowAddress(order)}/fields/assessmentresults`;
  // A POST without an answer may have been done: repeating it could give the order a second row.
  const beforeRepeat = async (): Promise<AtsAnswer | undefined> => {
    const found = await findRow(call, order, report);
    return found === undefined ? undefined : { status: 201, location: found, body: undefined };
  };
  const body = newRow(order, report);
  const { location } = await call({ method: "POST", address, body, beforeRepeat });
  // Credentials go to the order's own ATS only, whatever an answer says.
  if (location?.startsWith(`${order.received.atsAddress}/`)) return location;
  const found = await findRow(call, order, report);
  if (found === undefined) throw new Error("the ATS does not say where the row is");
  return found;
}

/** The row may be there already: created before a restart, or by a POST whose answer was lost. */
async function findRow(call: CallRow, order: Order, report: string): Promise<string | undefined> {
  const workflow = workflowAddress(order);
  const address = `${workflow}?fields=${fieldsOf("applicantworkflow")}`;
  const { body } = await call({ method: "GET", address });
  const rows = body?.["assessmentresults"];
  // Entries of a collection are objects with an entry number; without entries the field is absent.
  const entries = (Array.isArray(rows) ? rows : []) as readonly Readonly<Record<string, unknown>>[];
  const mine = entries.find((entry) => entry["assessmenturl"] === report);
  return mine && `${workflow}/fields/assessmentresults/${String(mine["entry"])}`;
}

function workflowAddress({ received }: Order): string {
  return `${received.atsAddress}/applicantworkflows/${received.workflowId}`;
}
