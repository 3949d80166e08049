/**
 * How well a statement about the real ATS is known: documented by the vendor, seen in a payload, seen in a client's source,
 * reported by a third party, inferred by us, unknown.
 */
export type Evidence = "DOC" | "PAY" | "CLI" | "3P" | "INF" | "UNK";
