/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Error 404 is shown on our help page https://help.example.test/orders.",
  german: "Es fehlen null Felder, bitte prüfen Sie den Namen.",
  norwegian: "Kandidaten har null telefonnumre.",
  french: "Une erreur est survenue : complétez l’adresse.",
  spanish: "Error: falta el teléfono.",
  japanese: "エラー：電話番号がありません。",
  arabic: "حدث خطأ: رقم الهاتف مفقود.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "The phone is undefined.",
  "Fehler: [object Object]",
  "Erreur NullPointerException",
  '{"field":"email"}',
  "The phone\u0000 is missing.",
  "Falta el tel\uFFFDfono.",
] as const;
