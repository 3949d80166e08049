/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Please look at the phone (line 2 of the address: 12).",
  german: "Bitte prüfen Sie die Straße in Zeile 3.",
  french: "Vérifiez la ligne 3 de l’adresse.",
  spanish: "Revise la línea 3 de la dirección.",
  japanese: "住所の3行目を確認してください。",
  arabic: "يرجى مراجعة السطر 3 من العنوان.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "Failed at com.partner.Orders.create(Orders.java:12)",
  "Fehler at createOrder (orders.js:12:4)",
  "Traceback (most recent call last)",
  'File "orders.py", line 12',
  "Fatal: orders.php on line 12",
  "Error in Orders.cs:line 12",
  "ORA-01400: falta el teléfono",
] as const;
