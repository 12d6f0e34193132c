import type { Translation } from '../translation.ts'
import type { en } from './en.ts'

/** French texts of the page Forecast. */
export const fr: Translation<typeof en> = {
  question: 'Où vont les notes minimales, et avec quelle certitude?',
  lead: 'Le bassin du {{date}} est joué un an à l’avance un grand nombre de fois, avec des rondes comme les dernières\u00a0: candidats désignés, CEC et une catégorie toutes les deux semaines, de tailles aussi inégales que dans les douze mois précédents, et avec autant d’invitations en tout.',
  old_one: 'Vu du {{date}}, il y a {{count, number}} jour\u00a0: les rondes tenues depuis ne sont pas connues ici.',
  old_many:
    'Vu du {{date}}, il y a {{count, number}} de jours\u00a0: les rondes tenues depuis ne sont pas connues ici.',
  old_other: 'Vu du {{date}}, il y a {{count, number}} jours\u00a0: les rondes tenues depuis ne sont pas connues ici.',
  firstTitle: 'Aucune prévision n’a encore été calculée',
  firstText:
    'Il faut de quelques secondes à quelques minutes, selon la machine. Les graphiques se remplissent pendant le calcul; vous pouvez arrêter en tout temps et garder ce qui a été trouvé.',
  start: 'Calculer {{futures}}',
  again: 'Recalculer',
  record: 'Quelle a été la qualité des prévisions?',
  recordHint: 'Des prévisions antérieures à côté de ce qui s’est passé.',
  score: 'Votre note du SCG',
  scoreHint: 'Ou toute autre\u00a0: les chances de cette page valent pour cette note.',
  scoreMistake: 'Un nombre entier de 0 à {{most, number}} est attendu.',
  starts: 'Début de la prévision',
  heading: 'Notes minimales par volet',
  steady: 'La note minimale du volet {{stream}} pourrait rester près de {{last}} jusqu’au {{date}}',
  rises: 'La note minimale du volet {{stream}} monte de {{last}} à environ {{cutoff}} d’ici le {{date}}',
  falls: 'La note minimale du volet {{stream}} descend de {{last}} à environ {{cutoff}} d’ici le {{date}}',
  first: 'La note minimale du volet {{stream}} est d’environ {{cutoff}} le {{date}}',
  spread: '{{finding}}; 8 futurs simulés sur 10 finissent entre {{low}} et {{high}}',
  subtitle:
    'Plus basse note du SCG invitée à chaque ronde du volet {{stream}}. Trait plein\u00a0: publiée jusqu’au {{date}}; tirets\u00a0: le milieu de {{futures}}, avec des bandes.',
  counts:
    'Dans {{number}} futurs simulés, la note minimale du volet {{stream}} des environs du {{date}} est de {{score}} ou moins.',
  countFew: 'moins de {{below, number}} sur {{futures, number}}',
  countRange: '{{least, number}} à {{most, number}} sur {{futures, number}}',
  countMany: '{{least, number}} ou plus sur {{futures, number}}',
  countNone: 'aucun sur {{futures, number}}',
  countExact: '{{least, number}} sur {{futures, number}}',
  pnp: {
    title:
      'PCP\u00a0: aucune prévision ne fait mieux que la dernière note minimale, {{last}}, à {{most}} points près dans 8 cas sur 10',
    subtitle:
      'Plus basse note du SCG invitée à chaque ronde du PCP. Les notes minimales des candidats désignés sont proches du bruit\u00a0: rien de ce qui a été essayé ici ne fait mieux que «\u00a0encore la dernière note\u00a0». Les bandes sont ses écarts sur {{count, number}} rondes publiées en 24 mois, jusqu’à un an à l’avance; la moitié était de {{half}} points ou moins.',
    counts:
      'Une note minimale du PCP de {{score}} ou moins\u00a0: {{chance}}, d’après ces écarts. Les notes du PCP comprennent les 600 points d’une désignation.',
    median: 'Encore la dernière note',
    half: 'La moitié de ses écarts passés',
    most: '8 écarts passés sur 10',
    outside: '2 écarts passés sur 10 étaient plus grands.',
  },
  chance: {
    '0': 'moins de 1 sur 10',
    '10': '1 sur 10 à 1 sur 4',
    '25': '1 sur 4 à 1 sur 2',
    '50': '1 sur 2 à 3 sur 4',
    '75': '3 sur 4 à 9 sur 10',
    '90': '9 sur 10 ou plus',
  },
  next: {
    heading: 'Prochaines rondes',
    title:
      'Prochaine ronde de la CEC vers le {{date}}\u00a0: note minimale près de {{cutoff}} ({{range}} dans 8 futurs sur 10)',
    titleFew: 'Prochaine ronde de la CEC vers le {{date}}\u00a0: note minimale près de {{cutoff}}',
    none: 'Aucune autre ronde dans cette prévision',
    subtitle:
      'Les dates sont le milieu des dates simulées; une ronde peut venir quelques jours plus tôt ou plus tard. Note\u00a0: le futur du milieu, entre parenthèses 8 sur 10; invitations\u00a0: 8 sur 10. Pour le PCP\u00a0: encore la dernière note, avec ses écarts passés.',
    date: 'Vers le',
    size: 'Invitations',
    cutoff: 'Note (8 sur 10)',
    chance: 'Futurs à {{score}} ou moins',
  },
  contents: {
    title: 'Ce que les bandes contiennent, et ce qu’elles ne contiennent pas',
    contain:
      'Elles contiennent le hasard, et l’incertitude sur qui arrive, qui part, qui accepte, et laquelle des tailles récentes a chaque ronde. Elles ne contiennent pas de changement de politique\u00a0: IRCC décide des dates, des catégories et des tailles une ronde à la fois. Les nouvelles catégories annoncées pour 2026 (médecins, cadres supérieurs, chercheurs, recrues militaires) n’ont jamais fait l’objet d’une ronde dans les données connues ici; aucun futur n’en a donc.',
    volume:
      'Ces futurs comptent {{range}} invitations du {{from}} au {{until}}; dans les douze mois jusqu’au {{since}}, IRCC en a envoyé {{before}}. Plus il y en a, plus les notes minimales sont basses.',
    skill:
      'Des bandes de 8 sur 10 ne contiennent 8 notes minimales sur 10 que si les hypothèses sont justes. La page du bilan dit combien de fois ce fut le cas.',
    scenario: 'Jouer ce scénario avec d’autres nombres',
  },
}
