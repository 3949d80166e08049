import type { MaskKind } from "@slipway/exchange";

/** Which names (of JSON members, parameters, headers, form fields) hold values that must not be stored. */
export interface KeyKinds {
  readonly of: (name: string) => MaskKind | undefined;
  /** Whether a header's value is a secret by its place, so that it is masked whatever it looks like. */
  readonly isSecretHeader: (name: string) => boolean;
  /** `password: x`, `api_key="x"`, `usssn=x` inside running text: the name is group 1, the value one of the others. */
  readonly pairInText: RegExp;
  /** Matches wherever `pairInText` could; cheap enough for every text. */
  readonly hint: RegExp;
}

/** A name that ends in one of these holds one, whatever stands before it: `partnerPassword`, `x-api-key`. */
const endings: Readonly<Record<string, MaskKind>> = {
  password: "credential",
  passwd: "credential",
  passphrase: "credential",
  passcode: "credential",
  pwd: "credential",
  secret: "credential",
  "api key": "credential",
  "secret key": "credential",
  "private key": "credential",
  "shared key": "credential",
  "access key": "credential",
  "signing key": "credential",
  credential: "credential",
  authorization: "credential",
  token: "token",
  jwt: "token",
  "client assertion": "token",
  "saml response": "token",
  "session id": "token",
  sessid: "token",
  cookie: "cookie",
  usssn: "government-id",
  "social security number": "government-id",
  "passport number": "government-id",
  "national insurance number": "government-id",
  "birth date": "birth-date",
  "date of birth": "birth-date",
};

/** A name that is one of these, alone or as the last part of a path. */
const wholeNames: Readonly<Record<string, MaskKind>> = {
  ssn: "government-id",
  sin: "government-id",
  nino: "government-id",
  itin: "government-id",
  "social security": "government-id",
  "social security no": "government-id",
  "national id": "government-id",
  "national id number": "government-id",
  "tax id": "government-id",
  "tax payer id": "government-id",
  "drivers license number": "government-id",
  "driver license number": "government-id",
  "driving license number": "government-id",
  dob: "birth-date",
  birthday: "birth-date",
};

const rememberedNames = 5000;
const longestRememberedName = 100;

/** `fieldMasks` holds the fields that the ATS's field table marks, by id. */
export function createKeyKinds(fieldMasks: ReadonlyMap<string, MaskKind>): KeyKinds {
  const whole = new Map<string, MaskKind>();
  for (const [name, kind] of Object.entries(wholeNames)) whole.set(normalise(name), kind);
  for (const [name, kind] of fieldMasks) whole.set(normalise(name), kind);
  const suffixes = Object.entries(endings).map(([name, kind]) => [normalise(name), kind] as const);
  const suffixKinds = new Map(suffixes);
  const suffixPattern = new RegExp(`(?:${suffixes.map(([name]) => name).join("|")})$`);

  const decide = (name: string): MaskKind | undefined => {
    const last = normalise(name.slice(name.lastIndexOf(".") + 1));
    const singular = last.endsWith("s") && !whole.has(last) ? last.slice(0, -1) : last;
    return (
      whole.get(last) ??
      whole.get(singular) ??
      suffixKinds.get(suffixPattern.exec(last)?.[0] ?? suffixPattern.exec(singular)?.[0] ?? "")
    );
  };

  const of = remember(decide);
  // `Authorization`, `Cookie` and their relatives end in words that mark any name.
  const isSecretHeader = remember((name) => decide(name) !== undefined);
  return { of, isSecretHeader, ...textPatterns([...fieldMasks.keys()]) };
}

/** The same few names come with every request. */
function remember<Result>(decide: (name: string) => Result): (name: string) => Result {
  const remembered = new Map<string, Result>();
  return (name) => {
    const known = remembered.get(name);
    // A remembered nothing is a result as well.
    if (known !== undefined || remembered.has(name)) return known as Result;
    const result = decide(name);
    if (remembered.size >= rememberedNames) remembered.clear();
    if (name.length <= longestRememberedName) remembered.set(name, result);
    return result;
  };
}

/** Lower case, without what separates words: `Client-Secret`, `client_secret` and `clientSecret` are one name. */
function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

const value = [
  /"((?:[^"\\]|\\.)*)"?/, // Double quotes, closed or not.
  /'((?:[^'\\]|\\.)*)'?/,
  /([^\s&;,<>()[\]{}"'|][^\s&;,<>()[\]{}"']*)/, // A bare word.
]
  .map(({ source }) => source)
  .join("|");

function textPatterns(fieldIds: readonly string[]): Pick<KeyKinds, "pairInText" | "hint"> {
  const ends = Object.keys(endings).map(spelled).join("|");
  const wholes = [...Object.keys(wholeNames), ...fieldIds].map(spelled).join("|");
  const names = `((?:${ends})s?|(?<![a-z0-9])(?:${wholes}))`;
  return {
    pairInText: new RegExp(`${names}\\\\*["'\`]?\\s*(?:=>|:=|[:=])\\s*\\\\*(?:${value})`, "gis"),
    hint: new RegExp(
      `(?:${ends}|(?<![a-z0-9])(?:${wholes}))s?(?:\\\\*["'\`]?\\s*[:=>]|\\s[^<>]{0,200}>)`,
      "i",
    ),
  };
}

/** Words of a name may be joined by nothing, a space, a hyphen or an underscore. */
function spelled(name: string): string {
  return name
    .split(" ")
    .map((word) => word.replaceAll(/[^a-z0-9]/gi, "\\$&"))
    .join("[-_ ]?");
}
