/** One item of a `links` array, and one entry of a `Link` header (PAY). */
export type Link = { readonly rel: string; readonly title: string; readonly url: string };

/** The `Link` header: `url;rel="…";title="…"`, comma separated, URLs without angle brackets (PAY). */
export function linkHeader(links: readonly Link[]): string {
  return links.map(({ url, rel, title }) => `${url};rel="${rel}";title="${title}"`).join(", ");
}
