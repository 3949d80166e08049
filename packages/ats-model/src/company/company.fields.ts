import { addressChildren } from "../field/address-children.ts";
import { defineFields } from "../field/define-fields.ts";

/** The fields of a company, which the platform's own pages call a location. */
export const companyFields = defineFields([
  {
    id: "id",
    type: "number",
    label: "System ID",
    writable: false,
    system: "id",
    evidence: "INF",
    searchable: "number",
  },
  {
    id: "name",
    type: "text",
    label: "Location Name",
    default: true,
    evidence: "PAY",
    searchable: "text",
  },
  {
    id: "folder",
    type: "list-single",
    label: "Location Folder",
    list: "lists.company.folders",
    default: true,
    evidence: "PAY",
  },
  {
    id: "addresses",
    type: "group-with-default",
    label: "Addresses",
    default: true,
    evidence: "PAY",
    children: addressChildren,
  },
  { id: "email", type: "text", label: "Email", max: 128, evidence: "DOC" },
  { id: "externalid", type: "text", label: "External ID", max: 64, evidence: "DOC" },
  { id: "externalsource", type: "text", label: "External Source", evidence: "DOC" },
  {
    id: "createddate",
    type: "date-time",
    label: "Created Date",
    writable: false,
    system: "created-at",
    evidence: "INF",
    searchable: "date-time",
  },
  {
    id: "updateddate",
    type: "date-time",
    label: "Updated Date",
    writable: false,
    system: "updated-at",
    evidence: "INF",
    searchable: "date-time",
  },
]);
