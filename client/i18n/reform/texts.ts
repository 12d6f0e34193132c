import { localeOf } from '../language.ts'
import { i18n } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Puts the texts of the page Reform beside the others, as `reform.…`; the page imports this before it is drawn. */
i18n.addResourceBundle(localeOf.en, 'translation', { reform: en }, true)
i18n.addResourceBundle(localeOf.fr, 'translation', { reform: fr }, true)
