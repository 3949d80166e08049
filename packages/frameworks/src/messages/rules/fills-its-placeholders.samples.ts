/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Please fill in {{person.email}} for order 10432.",
  german: "Es fehlen 20 % der Angaben zu {{person.phone}}.",
  french: "Remplissez {{person.email}} (100 %).",
  spanish: "Complete {{person.email}}.",
  japanese: "{{person.email}}を入力してください。",
  arabic: "يرجى إدخال {{person.email}}.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "The field %s is missing.",
  "Das Feld {0} fehlt.",
  "Le champ ${name} manque.",
  "{fieldName}を入力してください。",
] as const;
