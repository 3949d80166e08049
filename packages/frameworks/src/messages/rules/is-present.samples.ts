/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Please fill in the phone!",
  german: "Bitte Straße ausfüllen …",
  french: "Où est l’adresse ?",
  spanish: "¿Teléfono?",
  japanese: "電話番号？",
  arabic: "الهاتف؟",
} as const;

/** Texts that the rule must find. */
export const failing = ["", " \t\n", "…", "!!! ???", "¿?", "、。", "؟", "400"] as const;
