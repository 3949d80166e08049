/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Please fill in the phone. ".repeat(19),
  german: "Bitte ausfüllen. ".repeat(20),
  french: "Veuillez compléter. ".repeat(20),
  spanish: "Complete el teléfono. ".repeat(20),
  japanese: "入力してください。".repeat(50),
  arabic: "يرجى الإكمال. ".repeat(30),
} as const;

/** Texts that the rule must find. */
export const failing = [
  "ä".repeat(501),
  "電".repeat(501),
  "Please fill in the phone. ".repeat(30),
] as const;
