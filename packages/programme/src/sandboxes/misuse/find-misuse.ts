import type { Exchange, ExchangeId } from "@slipway/exchange";
import { readExchanges } from "@slipway/exchange-log";

import type { ProgrammeParts } from "../../programme-parts.ts";
import {
  manyCallsADay,
  manyCallsDays,
  misuseDays,
  misuseRules,
  misuseWrites,
  type MisuseRuleId,
} from "./misuse-rules.ts";
import { realMailDomains } from "./real-mail-domains.ts";

/** That a rule applies to one tenant of a sandbox; instants are on the tenant's clock. */
export interface MisuseSignal {
  readonly rule: MisuseRuleId;
  readonly explanation: string;
  readonly toDo: string;
  readonly customerId: string;
  /** Of calls. */
  readonly count: number;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  /** The newest of them, at most five. */
  readonly exchangeIds: readonly ExchangeId[];
  /** What was found, without what could name a person. */
  readonly sample: string;
}

type Parts = Pick<ProgrammeParts, "database" | "clocks">;
type Found = Omit<MisuseSignal, "explanation" | "toDo" | "customerId">;

const dayMs = 86_400_000;
const shownExchanges = 5;

/** Looks for signs of forbidden use in what the tenants' calls left on record. Nothing follows from one by itself. */
export async function findMisuse(
  parts: Parts,
  customerIds: readonly string[],
): Promise<readonly MisuseSignal[]> {
  const signals: MisuseSignal[] = [];
  for (const customerId of customerIds) {
    const found = [await findRealMail(parts, customerId), await findVolume(parts, customerId)];
    for (const one of found) {
      if (one === undefined) continue;
      const { explanation, toDo } = misuseRules[one.rule];
      signals.push({ ...one, explanation, toDo, customerId });
    }
  }
  return signals;
}

async function findRealMail(
  { database, clocks }: Parts,
  customerId: string,
): Promise<Found | undefined> {
  const writes = await readExchanges(database, {
    customerId,
    direction: "to-ats",
    methods: ["POST", "PUT", "PATCH"],
    recordedFrom: new Date(clocks.installation.now().getTime() - misuseDays * dayMs),
    order: "newest-first",
    limit: misuseWrites,
  });
  const found = writes.flatMap((exchange) => {
    const domains = domainsIn(exchange);
    return domains.length === 0 ? [] : [{ exchange, domains }];
  });
  const [newest] = found;
  const oldest = found.at(-1);
  if (newest === undefined || oldest === undefined) return undefined;
  return {
    rule: "mail.real-domain",
    count: found.length,
    firstSeen: oldest.exchange.at,
    lastSeen: newest.exchange.at,
    exchangeIds: found.slice(0, shownExchanges).map(({ exchange }) => exchange.id),
    sample: newest.domains
      .map((domain) => `…@${domain}`)
      .slice(0, 3)
      .join(", "),
  };
}

function domainsIn({ actor, request: { body } }: Exchange): readonly string[] {
  // Whoever calls without a credential need not be the partner.
  if (actor.kind !== "api-user" || body.kind === "none" || body.kind === "bytes") return [];
  return realMailDomains(body.content);
}

async function findVolume(
  { database, clocks }: Parts,
  customerId: string,
): Promise<Found | undefined> {
  const now = clocks.of(customerId).now().getTime();
  const days = await database.queries
    .selectFrom("request_quota")
    .select(({ fn }) => ["day", fn.sum<string>("used").as("calls")])
    .where("customer_id", "=", customerId)
    .where("day", ">", dayOf(now - misuseDays * dayMs))
    .where("day", "<=", dayOf(now))
    .groupBy("day")
    .having(({ fn }) => fn.sum("used"), ">", manyCallsADay)
    .orderBy("day")
    .execute();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < manyCallsDays) return undefined;
  const newest = await readExchanges(database, {
    customerId,
    direction: "to-ats",
    order: "newest-first",
    limit: shownExchanges,
  });
  return {
    rule: "calls.sustained-volume",
    count: days.reduce((sum, { calls }) => sum + Number(calls), 0),
    firstSeen: new Date(first.day),
    lastSeen: new Date(last.day),
    exchangeIds: newest.map(({ id }) => id),
    sample: `${last.calls} calls on ${new Date(last.day).toISOString().slice(0, 10)}`,
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
