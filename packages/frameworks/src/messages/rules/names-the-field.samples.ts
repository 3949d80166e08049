const known = {
  labels: { "person.phone": "Teléfono" },
  wordings: { "person.phone": ["Telefon", "numéro", "電話番号", "رقم الهاتف"] },
};
const keys = ["person.phone"];

/** Texts that the rule must let pass, by language. */
export const passing = {
  english: { userMessage: "Please fill in {{person.phone}}.", keys, known },
  german: { userMessage: "Bitte Telefon angeben.", keys, known },
  french: { userMessage: "Indiquez un numéro.", keys, known },
  spanish: { userMessage: "Falta: teléfono.", keys, known },
  japanese: { userMessage: "「電話番号」を入力してください。", keys, known },
  arabic: { userMessage: "يرجى إدخال رقم الهاتف.", keys, known },
} as const;

/** Texts that the rule must find. */
export const failing = [
  { userMessage: "A required field is missing.", keys, known },
  { userMessage: "Bad request", keys, known },
  { userMessage: "{{person.phone}} is missing.", keys: ["person.phone", "person.email"], known },
] as const;
