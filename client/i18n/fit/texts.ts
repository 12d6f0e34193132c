import { localeOf } from '../language.ts'
import { i18n } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Puts the texts of the page Fit beside the others, as `fit.…`; the page imports this before it is drawn. */
i18n.addResourceBundle(localeOf.en, 'translation', { fit: en }, true)
i18n.addResourceBundle(localeOf.fr, 'translation', { fit: fr }, true)
