import { createInstance, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { type Formats, formatsOf } from './format.ts'
import { fr } from './fr.ts'
import { type Language, localeOf } from './language.ts'

/** What it takes to write a sentence in one language: its texts, and its numbers and dates. */
export interface Words {
  language: Language
  t: TFunction
  format: Formats
}

/** The one i18next instance; French never falls back to English because `fr.ts` cannot lack a key. */
export const i18n = createInstance({
  resources: { [localeOf.en]: { translation: en }, [localeOf.fr]: { translation: fr } },
  lng: localeOf.en,
  fallbackLng: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})
i18n.use(initReactI18next).init()

const byLanguage: Record<Language, Words> = {
  en: { language: 'en', t: i18n.getFixedT(localeOf.en), format: formatsOf('en') },
  fr: { language: 'fr', t: i18n.getFixedT(localeOf.fr), format: formatsOf('fr') },
}

/**
 * The words of one language, outside React too.
 *
 * @example
 * wordsIn('fr').t('controls.speedValue', { count: 8 })   // '8 jours par seconde'
 */
export const wordsIn = (language: Language): Words => byLanguage[language]
