import type { ExchangeQuery, NoticeQuery } from "./list-queries.ts";

type ListQuery = ExchangeQuery | (NoticeQuery & { readonly orderBy?: never });

/** A text as a part of a path. */
export function part(text: string): string {
  return encodeURIComponent(text);
}

/** Conditions of a list as a query; the API spells the order in its own way. */
export function searchOf({ orderBy, ...query }: ListQuery): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  if (orderBy !== undefined) search.set("order_by", orderBy);
  return search.toString();
}
