import type { ListNode } from "./list-node.ts";

// Nodes that every tenant has. Those with evidence PAY or DOC in the vendor facts: D31001, D32006, D32011 to D32018, D33001,
// D41001 with its two states, D84002, D83005, D37002019001 to 004. The others continue their number ranges and are ours.

const countries = nodes([
  ["D41001", "United States", "US"],
  ["D41002", "Canada", "CA"],
  ["D41003", "United Kingdom", "GB"],
  ["D41004", "Germany", "DE"],
  ["D41005", "France", "FR"],
  ["D41006", "Greece", "GR"],
  ["D41007", "Japan", "JP"],
  ["D41008", "India", "IN"],
]);

const states = [
  ...under("D41001", [
    ["D41001005", "California", "CA"],
    ["D41001014", "Illinois", "IL"],
    ["D41001024", "Massachusetts", "MA"],
    ["D41001033", "New Jersey", "NJ"],
    ["D41001035", "New York", "NY"],
    ["D41001047", "Texas", "TX"],
    ["D41001051", "Washington", "WA"],
  ]),
  ...under("D41002", [
    ["D41002009", "Ontario", "ON"],
    ["D41002011", "Quebec", "QC"],
  ]),
  ...under("D41004", [
    ["D41004002", "Bayern", "BY"],
    ["D41004003", "Berlin", "BE"],
  ]),
];

/** The lists of every tenant, by name; custom nodes and custom lists come on top. */
export const systemLists: Readonly<Record<string, readonly ListNode[]>> = {
  "lists.country": countries,
  "lists.state": states,
  "lists.address_type": nodes([
    ["D84001", "Business"],
    ["D84002", "Home"],
    ["D84003", "Other"],
  ]),
  "lists.phone_type": nodes([
    ["D83001", "Home"],
    ["D83002", "Work"],
    ["D83003", "Mobile"],
    ["D83004", "Fax"],
    ["D83005", "Pager"],
  ]),
  "lists.person.folders": nodes([
    ["D32006", "Cand:Unreviewed"],
    ["D32007", "Cand:Active"],
    ["D32008", "Cand:Inactive"],
    ["D32011", "HM:Active"],
    ["D32012", "HM:Inactive"],
    ["D32013", "Emp:Current"],
    ["D32017", "Emp:Contractor/Temp"],
    ["D32018", "Emp:Former"],
  ]),
  "lists.job.folders": nodes([
    ["D31001", "Approved"],
    ["D31002", "Pending"],
    ["D31003", "Closed (Filled)"],
    ["D31004", "Closed (Cancelled)"],
    ["D31005", "On Hold"],
  ]),
  "lists.company.folders": nodes([
    ["D33001", "Active Location"],
    ["D33002", "Inactive Location"],
  ]),
  "lists.position_level": nodes([
    ["D86001", "Entry Level"],
    ["D86002", "Experienced"],
    ["D86003", "Manager"],
    ["D86004", "Executive"],
  ]),
  "lists.job.position_type": nodes([
    ["D87001", "Full-Time"],
    ["D87002", "Part-Time"],
    ["D87003", "Temporary"],
  ]),
  "lists.job.job_type": nodes([
    ["D88001", "Regular"],
    ["D88002", "Contract"],
    ["D88003", "Internship"],
  ]),
  "lists.job.hire_type": nodes([
    ["D89001", "New Position"],
    ["D89002", "Replacement"],
  ]),
  "lists.job.priority": nodes([
    ["D91001", "High"],
    ["D91002", "Normal"],
    ["D91003", "Low"],
  ]),
  "lists.job.education": nodes([
    ["D92001", "High School"],
    ["D92002", "Bachelor"],
    ["D92003", "Master"],
  ]),
  "lists.eeo_category.job": nodes([
    ["D93001", "Professionals"],
    ["D93002", "Technicians"],
    ["D93003", "Service Workers"],
  ]),
  "lists.visa.job": nodes([
    ["D94001", "Sponsorship offered"],
    ["D94002", "No sponsorship"],
  ]),
  "lists.industry": nodes([
    ["D95001", "Logistics"],
    ["D95002", "Manufacturing"],
    ["D95003", "Retail"],
  ]),
  "lists.license_status": nodes([
    ["D96001", "Active"],
    ["D96002", "Expired"],
  ]),
  "lists.login_group": nodes([
    ["D97001", "Candidate"],
    ["D97002", "Recruiter"],
    ["D97003", "Integration User"],
  ]),
  "lists.submittal.assessment_status": nodes([
    ["D37002019001", "Complete"],
    ["D37002019002", "Incomplete"],
    ["D37002019003", "In-Progress"],
    ["D37002019004", "Sent"],
  ]),
};

type Row = readonly [id: string, value: string, abbrev?: string];

function nodes(rows: readonly Row[]): readonly ListNode[] {
  return rows.map(([id, value, abbrev]) => ({
    id,
    value,
    ...(abbrev === undefined ? {} : { abbrev }),
  }));
}

function under(parent: string, rows: readonly Row[]): readonly ListNode[] {
  return nodes(rows).map((node) => ({ ...node, parent }));
}
