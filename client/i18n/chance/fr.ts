import type { Translation } from '../translation.ts'
import type { en } from './en.ts'
import { fr as form } from './formFr.ts'
import { fr as result } from './resultFr.ts'

/** French texts of the page My chance. */
export const fr: Translation<typeof en> = {
  title: 'Ma chance',
  question: 'Serai-je invité, quand, et que faire?',
  lead: 'Répondez aux questions de l’outil officiel, dans son ordre et avec ses numéros. Vos points s’additionnent au fur et à mesure; viennent ensuite leurs sources, d’autres façons de remplir le profil et ce à quoi vous êtes admissible.',
  privacy:
    'Le formulaire et son résultat sont calculés dans ce navigateur. Aucune réponse n’est envoyée, à moins que vous ne demandiez plus bas votre chance, et aucune n’est conservée\u00a0: fermer ou recharger la page les efface, à moins de créer un lien ou d’enregistrer un fichier.',
  privacyLocal:
    'Cette copie n’a pas de serveur\u00a0: tout est calculé dans ce navigateur, et aucune réponse n’est envoyée. Rien n’est conservé\u00a0: fermer ou recharger la page efface vos réponses, à moins de créer un lien ou d’enregistrer un fichier.',
  ...form,
  ...result,
}
