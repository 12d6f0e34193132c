import type { Translation } from '../translation.ts'
import type { en } from './en.ts'

/** French texts of the page of ensembles. */
export const fr: Translation<typeof en> = {
  question: 'Un scénario, plusieurs futurs\u00a0: jusqu’où s’écartent-ils?',
  leadTitle: 'Ce qu’est un ensemble',
  lead: 'Le même scénario est joué un grand nombre de fois; ce qui change d’une fois à l’autre est le hasard (qui arrive, qui part, qui accepte) et ce que personne ne sait exactement (combien arrivent). En statistique, on appelle cela un ensemble. Là où les futurs concordent, cela compte peu; là où ils divergent, cela compte beaucoup.',
  caution:
    'Les bandes montrent le jeu du hasard à l’intérieur du scénario, et non la probabilité que le scénario soit juste\u00a0: des bandes étroites veulent dire que le hasard change peu une fois données les dates et les tailles des rondes, et non que l’issue est certaine.',
  cautionLink: 'Ce qui est supposé',
  futures_one: '{{count, number}} futur',
  futures_many: '{{count, number}} de futurs',
  futures_other: '{{count, number}} futurs',
  firstTitle: 'Rien n’a encore été joué',
  firstText:
    'Choisissez un scénario et un nombre de futurs, puis lancez le calcul. Les graphiques se remplissent à mesure que les futurs sont joués; vous pouvez arrêter en tout temps et garder ce qui a été trouvé.',
  settings: 'Réglages',
  runs: 'Nombre de futurs',
  runsHint: '100 pour un premier regard; 1\u00a0000 pour des bandes qui ne bougent presque plus.',
  runsOwn: 'Autre nombre',
  runsMistake: 'Un nombre entier de 1 à {{most, number}} est attendu.',
  ownSeed: 'celle du scénario',
  take: 'Prendre ce scénario',
  start: 'Lancer',
  startAnother: 'Relancer avec ces réglages',
  starting: 'Lancement…',
  progress: 'Avancement',
  cancel: 'Arrêter ici',
  done: '{{done, number}} sur {{futures}}',
  timeLeft: 'Encore {{time}} environ',
  timeUnknown: 'Le premier futur est le plus long…',
  timeTaken: 'Durée\u00a0: {{time}}',
  shown: '{{futures}} de «\u00a0{{title}}\u00a0», graine {{seed}}',
  status: {
    joining: 'Connexion…',
    running: 'En cours',
    finished: 'Terminé',
    cancelled: 'Arrêté',
    failed: 'Interrompu',
  },
  partial: 'Provisoire\u00a0: {{done, number}} sur {{futures}} jusqu’ici. Les bandes bougent encore.',
  stopped: 'Arrêté avant la fin\u00a0: tout ce qui suit repose sur {{futures}}.',
  announceStarted: 'Les futurs sont en train d’être joués.',
  announceFinished: 'Les {{futures}} ont tous été joués.',
  announceCancelled: 'Arrêté après {{futures}}.',
  lost: 'La connexion est perdue. Le calcul continue; reconnexion…',
  failedTitle: 'Le calcul s’est interrompu',
  failedText:
    'Ce qui avait été trouvé jusque-là est conservé ci-dessous. Les mêmes réglages et la même graine le reprennent du début.',
  goneTitle: 'Cet ensemble n’est plus là',
  goneText:
    'Les résultats sont conservés un certain temps. Le même scénario, la même graine et le même nombre de futurs redonnent le même résultat, au chiffre près.',
  busyTitle: 'Un autre ensemble est en cours de calcul',
  busyText:
    'Ce serveur n’en calcule que quelques-uns à la fois. Réessayez dans un instant; vos réglages sont conservés.',
  refusedTitle: 'L’ensemble n’a pas pu être lancé',
  cutoffs: {
    heading: 'Notes minimales par volet',
    between:
      'Dans la moitié des {{futures}}, la note minimale du volet {{stream}} du {{date}} se situe entre {{low}} et {{high}}',
    exactly:
      'Dans au moins la moitié des {{futures}}, la note minimale du volet {{stream}} du {{date}} est de {{cutoff}}',
    single: 'Dans le seul futur joué jusqu’ici, la note minimale du volet {{stream}} du {{date}} est de {{cutoff}}',
    nobody: 'Aucun futur n’invite qui que ce soit dans une ronde du volet {{stream}}',
    subtitle:
      'Plus basse note du SCG invitée à chaque ronde du volet {{stream}}\u00a0: publiée, puis {{futures}} de ce scénario.',
    notAll: 'La dernière ronde invite quelqu’un dans {{held}} sur {{futures}}; ses chiffres sont ceux-là.',
    agree: '8 futurs sur 10 ou plus s’accordent sur {{cutoff}}.',
    wide: '8 futurs sur 10 se situent entre {{low}} et {{high}}.',
    chart:
      'Graphique en éventail des notes minimales du volet {{stream}}. {{title}}. Les données sont dans le tableau ci-dessous.',
    choose: 'Volet affiché',
    spread: '{{range}} à la fin',
    lastPublished: 'Dernière publiée\u00a0: {{cutoff}}',
  },
  legend: {
    label: 'Comment lire le graphique',
    half: 'La moitié des futurs simulés',
    most: '8 futurs simulés sur 10',
    median: 'Futur du milieu (médiane)',
    published: 'Publiée par IRCC',
    outside: '2 futurs sur 10 sont hors des deux bandes.',
  },
  tip: '{{date}}\u00a0: milieu {{p50}}, la moitié {{half}}, 8 sur 10 {{most}}',
  tipShort: '{{p50}} ({{most}}), {{date}}',
  draws: {
    heading: 'Toutes les rondes en chiffres',
    title_one: '{{count, number}} ronde dans {{futures}}',
    title_many: '{{count, number}} de rondes dans {{futures}}',
    title_other: '{{count, number}} rondes dans {{futures}}',
    subtitle:
      'Note minimale que 10, 25, 50, 75 et 90\u00a0% des futurs ne dépassent pas, par date. Si les dates et les tailles sont incertaines\u00a0: leurs médianes.',
    showAll_one: 'Afficher {{count, number}} ronde',
    showAll_many: 'Afficher les {{count, number}} de rondes',
    showAll_other: 'Afficher les {{count, number}} rondes',
    held: 'Tenue dans',
  },
  column: {
    p10: '10\u00a0%',
    p25: '25\u00a0%',
    p50: 'Médiane',
    p75: '75\u00a0%',
    p90: '90\u00a0%',
    scores: 'Note du SCG',
    invitedPerRun: 'Invités par futur',
    endedPerRun: 'Profils terminés par futur',
    total: 'Tous les volets',
  },
  pool: {
    heading: 'Bassin',
    between: 'Dans la moitié des {{futures}}, le bassin compte de {{low}} à {{high}} personnes le {{date}}',
    betweenBand:
      'Dans la moitié des {{futures}}, le bassin compte de {{low}} à {{high}} personnes ayant {{band}} points le {{date}}',
    about: 'Dans au moins la moitié des {{futures}}, le bassin compte environ {{low}} personnes le {{date}}',
    aboutBand:
      'Dans au moins la moitié des {{futures}}, le bassin compte environ {{low}} personnes ayant {{band}} points le {{date}}',
    subtitle: 'Personnes dans le bassin\u00a0: publié, puis {{futures}}, synthétique, toutes les deux semaines.',
    chart: 'Graphique en éventail de la taille du bassin. {{title}}. Les données sont dans le tableau ci-dessous.',
    band: 'Note',
    everybody: 'Toutes les notes',
  },
  waiting: {
    heading: 'Temps d’attente',
    finding:
      'Parmi les personnes invitées dans le volet {{stream}} avec {{scores}} points, la moitié avait attendu {{days}} ou moins',
    none: 'Personne n’a été invité',
    subtitle:
      'Jours entre la soumission du profil et l’invitation, pour les personnes invitées, tous les futurs ensemble. Celles qui ne l’ont jamais été n’y sont pas; elles sont comptées plus bas.',
    days_one: '{{count, number}} jour',
    days_many: '{{count, number}} de jours',
    days_other: '{{count, number}} jours',
  },
  never: {
    heading: 'Jamais invités',
    finding: 'Parmi les profils de {{scores}} points arrivés à leur terme, {{share}} n’ont jamais été invités',
    none: 'Aucun profil n’est encore arrivé à son terme',
    subtitle:
      'Profils expirés ou retirés sans invitation, en part de tous ceux qui ont pris fin, selon leur dernière note. Médiane des futurs, et 8 futurs sur 10.',
    bar: '{{share}} (de {{low}} à {{high}})',
  },
  invited: {
    heading: 'Invitations',
    about: 'Dans au moins la moitié des {{futures}}, environ {{low}} invitations sont envoyées d’ici le {{date}}',
    finding: 'Dans la moitié des {{futures}}, de {{low}} à {{high}} invitations sont envoyées d’ici le {{date}}',
    subtitle:
      'Invitations à présenter une demande (IPD) de tout le scénario, par volet. Médiane des futurs, et 8 futurs sur 10.',
    bar: '{{median}} (de {{low}} à {{high}})',
  },
  composition: {
    heading: 'Qui est invité',
    finding:
      'Parmi les personnes invitées dans le volet {{stream}}, {{residence}} vivent au Canada; {{age}} ont {{ageGroup}}',
    none: 'Personne n’est invité dans le volet {{stream}}',
    subtitle:
      'Composition des personnes invitées dans le volet {{stream}}, candidats synthétiques, tous les futurs ensemble.',
  },
  limits: {
    title: 'Ce que ces futurs ne savent pas',
    schedule:
      'Les dates, les volets et les tailles des rondes viennent du scénario. IRCC en décide une ronde à la fois; les bandes ne contiennent pas cette incertitude.',
    people:
      'Le bassin est synthétique\u00a0: il a les nombres publiés par tranche de notes, mais ses personnes sont des hypothèses, les mêmes dans chaque futur.',
    rules:
      'De nouveaux points de classement, des changements de loi ou de comportement ne figurent dans aucun futur, à moins que le scénario ne le dise.',
    skill:
      'Ne lisez pas «\u00a08 sur 10\u00a0» comme une certitude de 80\u00a0%. Les rondes réelles de 2025 rejouées à partir de ce que l’on savait en janvier, 26 des 58 notes minimales publiées se trouvaient dans ces bandes\u00a0: les arrivées ont changé plus que quiconque ne pouvait le savoir.',
    precision:
      'Graine {{seed}}, moteur {{version}}\u00a0: le même scénario, la même graine et le même nombre redonnent les mêmes chiffres. Les nombres de personnes sont connus à {{error}} près et écrits avec trois chiffres.',
    about: 'Toutes les hypothèses et leurs sources',
  },
}
