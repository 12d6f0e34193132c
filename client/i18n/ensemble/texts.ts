import { localeOf } from '../language.ts'
import { i18n } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Puts the texts of the page of ensembles beside the others, as `ensemble.…`; the page imports this before it is drawn. */
i18n.addResourceBundle(localeOf.en, 'translation', { ensemble: en }, true)
i18n.addResourceBundle(localeOf.fr, 'translation', { ensemble: fr }, true)
