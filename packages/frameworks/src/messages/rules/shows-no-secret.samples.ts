/** Texts that the rule must let pass, by language. */
export const passing = {
  english:
    "Password: required. Basic information is missing; see https://help.example.test/orders.",
  german: "Bitte das Passwort eingeben; ada@example.test ist schon vergeben.",
  french: "Mot de passe : obligatoire pour ada@example.test.",
  spanish: "Contraseña: obligatoria.",
  japanese: "パスワードを入力してください。",
  arabic: "كلمة المرور مطلوبة.",
} as const;

/** Texts that the rule must find; every secret is invented. */
export const failing = [
  "Refused: Bearer abcdefghijklmnop1234",
  "Refused: Basic aW52ZW50ZWQ6aW52ZW50ZWQ=",
  "Token eyJpbnZlbnRlZA.eyJpbnZlbnRlZA.invented",
  "Server postgres://partner:invented@db.example.test/orders",
  "Server=db;Password=invented;",
] as const;
