import type { Translation } from '../translation.ts'
import type { en } from './en.ts'

/** French texts of the page About. */
export const fr: Translation<typeof en> = {
  title: 'À propos',
  question: 'Qu’est-ce qui est supposé, qu’est-ce qui est connu, quel âge ont les données?',
  lead: 'Voici un simulateur d’Entrée express\u00a0: un bassin de personnes synthétiques de taille réelle, les points de classement tels qu’ils étaient à chaque date, et des rondes qui invitent à partir du haut. Il montre ce qui découlerait d’hypothèses énoncées. Il ne connaît pas l’avenir.',
  knownTitle: 'Ce qui est connu',
  known: {
    draws:
      'Chaque ronde publiée par IRCC jusqu’au {{date}}, avec sa taille, sa note minimale et sa règle de départage.',
    pool: 'La taille du bassin par tranche de notes, publiée avec les rondes. Au départ, le bassin synthétique reproduit exactement chaque tranche publiée.',
    rules: 'Les points de classement en vigueur depuis le {{pointsFrom}}, et ceux d’avant, depuis 2015.',
  },
  assumedTitle: 'Ce qui est supposé',
  assumed: {
    people:
      'L’âge, les études, la langue et la famille des personnes du bassin ne sont pas publiés. Ils sont tirés de distributions énoncées, puis ajustés à ce qui est publié.',
    flows:
      'Le nombre de personnes qui arrivent, partent, refusent ou laissent expirer une invitation chaque jour suit la pratique récente.',
    life: 'Ce qui arrive aux gens pendant qu’ils attendent est aussi une hypothèse\u00a0: années de travail, tests de langue améliorés ou expirés, désignations, mariages. Les notes montent et descendent avec cela.',
    schedule:
      'Les dates et les tailles des rondes à venir sont celles du scénario. IRCC en décide une ronde à la fois.',
  },
  toFit: 'Comment le bassin s’ajuste à ce qui est publié, et chaque hypothèse avec ce sur quoi elle repose',
  lawTitle: 'Ce que ceci ne peut pas vous dire',
  law: 'De nouveaux points de classement sont entrés en vigueur le {{newFrom}}\u00a0: les personnes ayant un travail au Canada ou une offre d’emploi dans une profession à salaire élevé inscrite à une liste reçoivent des points. Le nombre de points et la liste n’ont pas pu être lus là où ceci a été fait; ils ne sont donc pas simulés. Ce que disent ici une date simulée ou une note à partir du {{newFrom}} n’est pas le droit actuel.',
  dataTitle: 'L’âge des données',
  dataText_one: 'La plus récente ronde publiée connue ici a eu lieu le {{date}}, il y a {{count, number}} jour.',
  dataText_many: 'La plus récente ronde publiée connue ici a eu lieu le {{date}}, il y a {{count, number}} de jours.',
  dataText_other: 'La plus récente ronde publiée connue ici a eu lieu le {{date}}, il y a {{count, number}} jours.',
  dataOld: 'C’est plus de {{days, number}} jours\u00a0: lisez avec prudence le bassin et les notes d’aujourd’hui.',
  dataSource:
    'Source\u00a0: Immigration, Réfugiés et Citoyenneté Canada (IRCC), rondes d’invitations d’Entrée express. Consultée le {{date}}.',
  adviceTitle: 'Ni un conseil, ni officiel',
  advice:
    'Ce projet est indépendant. Il n’est ni fait, ni vérifié, ni approuvé par le gouvernement du Canada. Personne dans le bassin n’existe réellement. Pour une décision qui touche votre vie, consultez canada.ca ou un représentant autorisé.',
  citeTitle: 'Comment citer',
  citeText:
    'Nommez le scénario, la graine et la version du moteur\u00a0: ensemble, ils redonnent la même simulation, à la personne près.',
  cite: 'Simulateur d’Entrée express, moteur {{version}}, données publiées jusqu’au {{date}}, scénario et graine affichés à la page.',
}
