import { localeOf } from '../language.ts'
import { i18n } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Puts the texts of the page Scenarios beside the others, as `lab.…`; the page imports this before it is drawn. */
i18n.addResourceBundle(localeOf.en, 'translation', { lab: en }, true)
i18n.addResourceBundle(localeOf.fr, 'translation', { lab: fr }, true)
