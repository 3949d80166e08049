// Writes a result for each application of a status that has none yet.
import { AtsQuotaError, createAtsClient } from "@slipway/sdk";

const { ATS_ADDRESS = "", ATS_USER = "", ATS_PASSWORD = "", STATUS = "D10100" } = process.env;

const ats = createAtsClient({
  // https://api.icims.com/customers/9001, or that of a sandbox: nothing else differs.
  address: ATS_ADDRESS,
  credentials: { kind: "basic", username: ATS_USER, password: ATS_PASSWORD },
});

try {
  const filters = [{ name: "applicantworkflow.status", value: [STATUS] }];
  for await (const { id } of ats.applicantworkflows.search({ filters })) {
    const fields = ["associatedprofile", "assessmentresults"] as const;
    const workflow = await ats.applicantworkflows.get(id, { fields });
    if (workflow.assessmentresults !== undefined) continue;
    const results = ats.applicantworkflows.collection(id, "assessmentresults");
    const entry = await results.add({ assessmentresult: "Passed", assessmentscore: 87.5 });
    process.stdout.write(`${workflow.associatedprofile?.value ?? id}: entry ${entry}\n`);
  }
} catch (error) {
  if (!(error instanceof AtsQuotaError)) throw error;
  process.stderr.write(`No requests left; again in ${error.retryAfterMs} ms.\n`);
  process.exitCode = 75;
}
