import type { ChildFieldRow } from "./define-fields.ts";

/** The children of `addresses`, the same for people and companies; lengths from the location table (DOC). */
export const addressChildren: readonly ChildFieldRow[] = [
  {
    id: "addresstype",
    type: "list-single",
    label: "Address Type",
    list: "lists.address_type",
    evidence: "PAY",
  },
  { id: "addressstreet1", type: "text", label: "Street Address", max: 128, evidence: "DOC" },
  { id: "addressstreet2", type: "text", label: "Street Address 2", max: 128, evidence: "DOC" },
  { id: "addresscity", type: "text", label: "City", max: 64, evidence: "DOC", searchable: "text" },
  { id: "addresscounty", type: "text", label: "County", max: 64, evidence: "DOC" },
  {
    id: "addressstate",
    type: "dropdown-id",
    label: "State/Province",
    list: "lists.state",
    evidence: "DOC",
    searchable: "listnode",
  },
  {
    id: "addresscountry",
    type: "dropdown-id",
    label: "Country",
    list: "lists.country",
    evidence: "DOC",
    searchable: "multiselect",
  },
  {
    id: "addresszip",
    type: "text",
    label: "Zip/Postal Code",
    max: 16,
    evidence: "DOC",
    searchable: "text",
  },
  { id: "primary", type: "boolean", label: "Primary", evidence: "PAY" },
];
