import type { JsonObject } from "@slipway/foundation";

import { isObject } from "./body-json.ts";
import { parseAssessmentDate } from "./parse-assessment-date.ts";

/** Something that a result row lacks. */
export interface RowFault {
  readonly member: string;
  readonly expected: string;
  readonly arrived: string;
}

/** How far the row's date may be from the completion that the partner states: the row's date has no seconds. */
const dateToleranceMs = 5 * 60_000;

/** What is wrong with a result row as the ATS returns it; its date is compared with the stated completion, if there is one. */
export function rowFaults(row: JsonObject, completedAt: Date | undefined): readonly RowFault[] {
  return [nameFault(row), statusFault(row), outcomeFault(row), dateFault(row, completedAt)].filter(
    (fault) => fault !== undefined,
  );
}

function nameFault({ assessmentname }: JsonObject): RowFault | undefined {
  if (isObject(assessmentname) && isText(assessmentname["value"])) return undefined;
  return {
    member: "assessmentname",
    expected: "assessmentname with the package's name as value",
    arrived: shown(assessmentname),
  };
}

function statusFault({ assessmentstatus }: JsonObject): RowFault | undefined {
  if (isObject(assessmentstatus) && isText(assessmentstatus["id"])) return undefined;
  return {
    member: "assessmentstatus",
    expected: "assessmentstatus with the id of a status",
    arrived: shown(assessmentstatus),
  };
}

function outcomeFault({ assessmentscore, assessmentresult }: JsonObject): RowFault | undefined {
  if (assessmentscore !== undefined || isText(assessmentresult)) return undefined;
  return {
    member: "assessmentscore",
    expected: "assessmentscore or assessmentresult",
    arrived: "neither of them",
  };
}

function dateFault(
  { assessmentdate }: JsonObject,
  completedAt: Date | undefined,
): RowFault | undefined {
  const date = isText(assessmentdate) ? parseAssessmentDate(assessmentdate) : undefined;
  if (date === undefined)
    return {
      member: "assessmentdate",
      expected: "assessmentdate as yyyy-MM-dd hh:mm a in UTC",
      arrived: shown(assessmentdate),
    };
  const isFar =
    completedAt !== undefined && Math.abs(date.getTime() - completedAt.getTime()) > dateToleranceMs;
  return isFar
    ? {
        member: "assessmentdate",
        expected: `assessmentdate within 5 minutes of completedAt ${completedAt.toISOString()}, in UTC`,
        arrived: shown(assessmentdate),
      }
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
