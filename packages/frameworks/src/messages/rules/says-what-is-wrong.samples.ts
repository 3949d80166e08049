/** Texts that the rule must let pass, by language. */
export const passing = {
  english: "This assessment was already ordered for this candidate.",
  german: "Dieser Test wurde bereits bestellt.",
  french: "Ce test est déjà commandé.",
  spanish: "Esta prueba ya se pidió.",
  japanese: "この検査は注文済みです。",
  arabic: "تم طلب هذا الاختبار بالفعل.",
} as const;

/** Texts that the rule must find. */
export const failing = [
  "Bad request",
  "Something went wrong.",
  "HTTP 400: validation failed",
] as const;
