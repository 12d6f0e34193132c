import { localeOf } from '../language.ts'
import { i18n } from '../words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Puts the texts of the chance below the score beside the others, as `chancePanel.…`; imported before it is drawn. */
i18n.addResourceBundle(localeOf.en, 'translation', { chancePanel: en }, true)
i18n.addResourceBundle(localeOf.fr, 'translation', { chancePanel: fr }, true)
