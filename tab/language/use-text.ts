import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../src/contracts/text/bilingual";
import type { TextKey, TextParams } from "../../src/contracts/text/catalogue";
import { languageOf } from "./i18n";

export type Text = (key: TextKey, params?: TextParams) => string;

/** The catalogue in the current language; `count` among the parameters chooses the plural form. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback((key: TextKey, params?: TextParams) => t(key, params ?? {}), [t]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languageOf(i18n.language);
}
