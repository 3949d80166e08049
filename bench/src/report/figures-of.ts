import type { DeliveryFigures } from "../figures/measure-deliveries.ts";
import type { Sample } from "../figures/measure-rounds.ts";
import { processorRatioOf, ratioOf } from "../figures/ratio-of.ts";
import { readNames } from "../figures/read-subjects.ts";
import { writeNames } from "../figures/write-subjects.ts";
import { goals } from "../goals.ts";
import type { Besides, Figure } from "./bench-report.ts";
import { figure, ratio, ratioFigure } from "./figure.ts";

/** What was measured, before anything is concluded. */
export interface Measured {
  readonly reads: readonly Sample[];
  readonly writes: readonly Sample[];
  readonly deliveries: DeliveryFigures;
  readonly platformMb: number;
  readonly databaseMb: number;
}

/** The figures that have a goal. */
export function figuresOf(measured: Measured): readonly Figure[] {
  const { reads, writes, deliveries, platformMb } = measured;
  return [
    ratioFigure(goals.readAgainstBare, ratioOf(reads, readNames.ours, readNames.bare)),
    ratioFigure(goals.readAgainstMock, ratioOf(reads, readNames.ours, readNames.mock)),
    ratioFigure(goals.writeAgainstBare, ratioOf(writes, writeNames.workflow, writeNames.bare)),
    figure(goals.deliveryMedian, deliveries.p50Ms),
    figure(goals.deliveryTail, deliveries.p99Ms),
    figure(goals.memory, platformMb),
  ];
}

/** The others. */
export function besidesOf({ reads, writes, databaseMb }: Measured): readonly Besides[] {
  return [
    ratio(
      "GET of 14 named fields, four of them collections ÷ Fastify + pg",
      ratioOf(reads, readNames.wide, readNames.bare),
    ),
    ratio(
      "POST of a person ÷ Fastify + pg single insert",
      ratioOf(writes, writeNames.person, writeNames.bare),
    ),
    ratio(
      "PATCH of a status with event (partner without endpoint) ÷ Fastify + pg single insert",
      ratioOf(writes, writeNames.event, writeNames.bare),
    ),
    ratio(
      "Processor time of an audited GET ÷ of Fastify + pg (less is better)",
      processorRatioOf(reads, readNames.ours, readNames.bare),
    ),
    ratio(
      "Processor time of POST workflow ÷ of Fastify + pg (less is better)",
      processorRatioOf(writes, writeNames.workflow, writeNames.bare),
    ),
    { title: "PostgreSQL after the load (PSS)", unit: "MB", value: databaseMb, range: undefined },
  ];
}
