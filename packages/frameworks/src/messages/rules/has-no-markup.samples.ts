/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Salary must be < 5 & > 1 in R&D; ask AT&T; please.",
  german: "Bitte „Straße“ ausfüllen.",
  french: "Veuillez remplir « Téléphone ».",
  spanish: "¿Falta el teléfono? Complételo.",
  japanese: "「電話番号」を入力してください。",
  arabic: "يرجى إدخال رقم الهاتف.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "Please fill in <b>the phone</b>.",
  "Bitte ausf&uuml;llen.",
  "Remplissez&#160;le champ.",
  "電話番号<br/>を入力してください。",
] as const;
