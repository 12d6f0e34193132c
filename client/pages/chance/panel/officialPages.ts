import type { Language } from '../../../i18n/language.ts'

const base: Record<Language, string> = {
  en: 'https://www.canada.ca/en/immigration-refugees-citizenship/services/immigrate-canada',
  fr: 'https://www.canada.ca/fr/immigration-refugies-citoyennete/services/immigrer-canada',
}

const paths = {
  home: { en: 'express-entry.html', fr: 'entree-express.html' },
  documents: { en: 'express-entry/documents.html', fr: 'entree-express/documents.html' },
  apply: {
    en: 'express-entry/apply-permanent-residence.html',
    fr: 'entree-express/presenter-demande-residence-permanente.html',
  },
} as const
export type OfficialPage = keyof typeof paths

export const officialPages = Object.keys(paths) as OfficialPage[]

/** The address of an official page in a language. */
export const officialAddress = (page: OfficialPage, language: Language): string =>
  `${base[language]}/${paths[page][language]}`
