/** The two languages of the page, and the locale in which each writes numbers, dates and plurals. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

export const localeOf = { en: 'en-CA', fr: 'fr-CA' } as const satisfies Record<Language, string>

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value)

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'fr' : 'en')

/** What the reader asked for: the address first, then an earlier choice, then the browser's languages, else English. */
export function chooseLanguage(
  fromAddress: string | null,
  stored: string | null,
  preferred: readonly string[],
): Language {
  const candidates = [fromAddress, stored, ...preferred.map((tag) => tag.slice(0, 2).toLowerCase())]
  return candidates.find(isLanguage) ?? 'en'
}
