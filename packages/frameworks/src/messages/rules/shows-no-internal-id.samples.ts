/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "Order 10432 lacks a valid ID; see https://help.example.test/home/orders/12.",
  german: "Bitte Ausweis-ID und/oder Straße 12 von 2026 angeben.",
  french: "Indiquez l’adresse et/ou la ville (75001 Paris).",
  spanish: "Madrid 28001: falta el teléfono y/o la calle.",
  japanese: "注文10432の電話番号を入力してください。",
  arabic: "يرجى إدخال هاتف الطلب 10432.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "Candidate 3f2b8c1e-1111-4222-8333-0123456789ab has no phone.",
  "Kandidat (ID 10432) hat kein Telefon.",
  "Le champ personId=17 manque.",
  "Falta candidate_id: 17.",
  "電話番号がありません（/srv/partner/orders.js）。",
  String.raw`الهاتف مفقود C:\partner\orders.cs`,
] as const;
