import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect } from 'react'
import { chooseLanguage, type Language, languages, localeOf } from '../i18n/language.ts'
import { i18n } from '../i18n/words.ts'
import { remembered } from '../lib/remembered.ts'

const choice = remembered('language')

/**
 * The language of the page: `?lang=` in the address, else the reader's earlier choice, else the browser's.
 * Switching keeps the page and everything on it, and is remembered.
 */
export function useLanguage(): [Language, (language: Language) => void] {
  const [fromAddress, setAddress] = useQueryState('lang', parseAsStringLiteral(languages))
  const language = chooseLanguage(fromAddress, choice.read(), navigator.languages)

  useEffect(() => {
    document.documentElement.lang = localeOf[language]
    void i18n.changeLanguage(localeOf[language])
  }, [language])

  return [
    language,
    (next) => {
      choice.write(next)
      void setAddress(next)
    },
  ]
}
