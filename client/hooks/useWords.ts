import { useTranslation } from 'react-i18next'
import { localeOf } from '../i18n/language.ts'
import { type Words, wordsIn } from '../i18n/words.ts'

/** Texts, numbers and dates in the language of the page; the component is drawn again when that changes. */
export function useWords(): Words {
  const { i18n } = useTranslation()
  return wordsIn(i18n.language === localeOf.fr ? 'fr' : 'en')
}
