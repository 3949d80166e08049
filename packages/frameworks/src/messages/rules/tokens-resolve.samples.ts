/** Shown texts that the rule must let pass, by language. */
export const passing = {
  english: { shown: "Please fill in Phone." },
  german: { shown: "Bitte „Telefon“ ausfüllen." },
  french: { shown: "Indiquez « Téléphone »." },
  spanish: { shown: "Falta {Teléfono}." },
  japanese: { shown: "「電話番号」を入力してください。" },
  arabic: { shown: "يرجى إدخال رقم الهاتف." },
} as const;

/** Shown texts that the rule must find. */
export const failing = [
  { shown: "Please fill in {{candidate.phone}}." },
  { shown: "Bitte {{}} ausfüllen." },
  { shown: "{{person.電話}}を入力してください。" },
  { shown: "يرجى إدخال {{هاتف}}." },
] as const;
