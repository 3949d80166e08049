import { escapeMarkup } from "./markup.ts";
import { describeSelection } from "./render-part.ts";
import type { ReportedRequirement, ReportedResult, RunReport } from "./run-report.ts";

/**
 * A report in JUnit's XML, as build servers read it: a suite for each requirement, a case for each result. A failed result of
 * an advisory requirement is told as skipped, so that it does not turn a build red; so is what a partial run has not seen.
 */
export function renderJunit(report: RunReport): string {
  const isPart = report.part !== null;
  const suites = report.requirements.map((requirement) => renderSuite(requirement, isPart));
  const cover = report.part === null ? "" : ` (part: ${describeSelection(report.part)})`;
  const name = escapeMarkup(`${report.framework} ${report.pack.version}${cover}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}" time="${seconds(report.durationMs)}">\n${suites.join("\n")}\n</testsuites>\n`;
}

function renderSuite(requirement: ReportedRequirement, isPart: boolean): string {
  const cases = requirement.results.map((result) => ({
    result,
    outcome: outcomeOf(requirement, result, isPart),
  }));
  const count = (kind: Outcome["kind"]): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  const title = escapeMarkup(`${requirement.id} ${requirement.title}`);
  const lines = cases.map(({ result, outcome }) => renderCase(requirement, result, outcome));
  return (
    `  <testsuite name="${title}" tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}">\n` +
    `${lines.join("\n")}\n  </testsuite>`
  );
}

type Outcome =
  | { readonly kind: "success" }
  | { readonly kind: "failure" | "error" | "skipped"; readonly message: string };

function outcomeOf(
  requirement: ReportedRequirement,
  { verdict, faultOwner, fault }: ReportedResult,
  isPart: boolean,
): Outcome {
  switch (verdict.kind) {
    case "pass":
    case "warn":
    case "needs-review":
      return { kind: "success" };
    case "fail": {
      const message = `Expected ${verdict.expected}; ${verdict.arrived} arrived${verdict.where === undefined ? "" : ` at ${verdict.where}`}. ${verdict.toDo}${whyOf(faultOwner, fault)}`;
      return { kind: requirement.severity === "must" ? "failure" : "skipped", message };
    }
    case "checker-error":
      return { kind: "error", message: `${verdict.reason}${whyOf(faultOwner, fault)}` };
    case "not-applicable":
      return { kind: "skipped", message: verdict.why };
    case "not-exercised":
      return {
        // Who runs a part knows that the rest was not seen.
        kind: requirement.severity === "must" && !isPart ? "failure" : "skipped",
        message: verdict.why,
      };
    case "waiting":
      return {
        kind: "error",
        message: `Waiting for ${verdict.for}: ${verdict.toDo} until ${verdict.until}`,
      };
    case "cancelled":
      return { kind: "error", message: "The run was stopped." };
  }
}

function whyOf(owner: ReportedResult["faultOwner"], fault: ReportedResult["fault"]): string {
  return fault === null
    ? ""
    : ` Fault of the ${owner}, by ${fault.rule}: ${fault.facts.join("; ")}.`;
}

function renderCase(
  requirement: ReportedRequirement,
  result: ReportedResult,
  outcome: Outcome,
): string {
  const place = [
    result.scenario,
    result.region === null ? undefined : `tenant ${result.region}`,
  ].filter((part) => part !== undefined && part !== null);
  const name = escapeMarkup(`${result.title}${place.length === 0 ? "" : ` (${place.join(", ")})`}`);
  const head = `    <testcase classname="${escapeMarkup(`${requirement.id}.${result.check}`)}" name="${name}"`;
  if (outcome.kind === "success") return `${head}/>`;
  return `${head}>\n      <${outcome.kind} message="${escapeMarkup(outcome.message)}"/>\n    </testcase>`;
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
