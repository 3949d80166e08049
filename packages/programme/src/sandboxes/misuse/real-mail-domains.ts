const address =
  /[\p{L}\p{N}._%+-]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62})/gu;

/** Kept for tests and documents by RFC 2606 and RFC 6761, with everything below them. */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/u;

/** The domains of the mail addresses in a text that may belong to somebody, each once. */
export function realMailDomains(text: string): readonly string[] {
  const domains = Array.from(text.matchAll(address), ([, domain = ""]) => domain.toLowerCase());
  return [...new Set(domains)].filter((domain) => !reserved.test(domain));
}
