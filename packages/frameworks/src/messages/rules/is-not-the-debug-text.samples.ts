/** Texts that the rule must let pass, by language. */
export const passing = {
  english: { userMessage: "Please fill in the phone.", debugErrorMessage: "phone: blank" },
  german: { userMessage: "Bitte Telefon ausfüllen.", debugErrorMessage: "Telefon fehlt, V-12" },
  french: { userMessage: "Indiquez le téléphone.", debugErrorMessage: "champ vide : phone" },
  spanish: { userMessage: "Indique el teléfono.", debugErrorMessage: undefined },
  japanese: { userMessage: "電話番号を入力してください。", debugErrorMessage: "電話番号が空です" },
  arabic: { userMessage: "يرجى إدخال الهاتف.", debugErrorMessage: "phone is blank" },
} as const;

/** Texts that the rule must find. */
export const failing = [
  { userMessage: "The phone is missing.", debugErrorMessage: " the phone is MISSING" },
  { userMessage: "Das Telefon fehlt!", debugErrorMessage: "Das Telefon fehlt." },
  { userMessage: "電話番号がありません。", debugErrorMessage: "「電話番号」がありません" },
  { userMessage: "الهاتف مفقود.", debugErrorMessage: "الهاتف مفقود" },
  {
    userMessage: "The phone of the candidate is missing in the order.",
    debugErrorMessage: "The phone of the candidate is missing in the order, V12.",
  },
] as const;
