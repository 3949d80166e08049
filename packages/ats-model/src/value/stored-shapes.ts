import type {
  StoredAddressLink,
  StoredEntry,
  StoredFile,
  StoredMoney,
  StoredValue,
} from "../field/stored-value.ts";

/** Whether a stored value is a collection. An empty array is one. */
export function isEntries(stored: StoredValue): stored is readonly StoredEntry[] {
  return Array.isArray(stored) && stored.every((item) => typeof item === "object");
}

/** Whether a stored value is a list of node ids. */
export function isTextList(stored: StoredValue): stored is readonly string[] {
  return Array.isArray(stored) && stored.every((item) => typeof item === "string");
}

/** Whether a stored value points to an address of a company. */
export function isAddressLink(stored: StoredValue): stored is StoredAddressLink {
  return typeof stored === "object" && "companyId" in stored && "entry" in stored;
}

/** Whether a stored value is an amount of money. */
export function isMoney(stored: StoredValue): stored is StoredMoney {
  return typeof stored === "object" && "amount" in stored && "currency" in stored;
}

/** Whether a stored value describes a document. */
export function isFile(stored: StoredValue): stored is StoredFile {
  return typeof stored === "object" && "fileName" in stored;
}
