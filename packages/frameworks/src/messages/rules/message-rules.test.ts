import { readdirSync } from "node:fs";

import fc from "fast-check";
import { expect, it } from "vitest";

import { brokenRules, messageRules } from "./message-rules.ts";
import { namesTheField } from "./names-the-field.rule.ts";
import { saysWhatIsWrong } from "./says-what-is-wrong.rule.ts";
import { tokensResolve } from "./tokens-resolve.rule.ts";

const anyText = fc.string({ unit: "binary" });

const words = [
  "please order again the phone and is missing address identity error valid",
  "bitte das Telefon ausfüllen Straße fehlt Größe Fehler Identität",
  "veuillez téléphone où déjà l’adresse erreur été identité valide",
  "falta el teléfono año correo error válido identidad número",
  "電話番号 入力 してください 住所 名前 確認",
  "يرجى إدخال رقم الهاتف العنوان مفقود خطأ",
].map((line) => line.split(" "));

it("never throws, whatever the text", () => {
  fc.assert(
    fc.property(anyText, fc.option(anyText, { nil: undefined }), (text, debugErrorMessage) => {
      const known = { labels: { "person.email": text }, wordings: {} };
      brokenRules({ userMessage: text, debugErrorMessage });
      saysWhatIsWrong.arrived({ userMessage: text });
      namesTheField.arrived({ userMessage: text, keys: ["person.email", text], known });
      tokensResolve.arrived({ shown: text });
    }),
  );
});

it("accuses no sentence of ordinary words", () => {
  const sentence = fc
    .constantFrom(...words)
    .chain((list) => fc.array(fc.constantFrom(...list), { minLength: 1, maxLength: 20 }))
    .map((list) => `${list.join(" ")}.`);
  fc.assert(
    fc.property(sentence, (text) => {
      expect(brokenRules({ userMessage: text, debugErrorMessage: undefined })).toStrictEqual([]);
      expect(tokensResolve.arrived({ shown: text })).toBeUndefined();
    }),
  );
});

it("lists every rule that is written", () => {
  const written = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".rule.ts"))
    .map((file) => `message.${file.slice(0, -".rule.ts".length)}`);
  expect(messageRules.map(({ id }) => id).toSorted()).toStrictEqual(written.toSorted());
});
