import type { Translation } from '../translation.ts'
import type { en } from './en.ts'

/** French texts below the score of My chance. */
export const fr: Translation<typeof en> = {
  ask: {
    title: 'Recevrai-je une invitation, et quand?',
    text: 'Vos réponses sont envoyées à ce serveur pour le calcul, et rien n’est conservé. Si vous changez une réponse ensuite, elle est envoyée de nouveau.',
    local:
      'Elle est calculée dans ce navigateur à partir de 1\u00a0000 avenirs fournis avec cette copie. Rien n’est envoyé.',
    button: 'Calculer mes chances',
  },
  waiting: {
    asking: 'Question posée au serveur…',
    title: 'Simulation des futurs',
    done: '{{done, number}} des {{of, number}} premiers futurs sont simulés.',
    left: 'Encore {{time}} environ.',
    retry:
      'Cette page redemande toutes les 5 secondes. La simulation se fait une fois pour tout le monde; les réponses suivantes viennent aussitôt.',
    progress: 'Futurs simulés',
    stop: 'Arrêter',
    updating: 'Calcul des chances selon vos réponses modifiées…',
    more: 'Le serveur simule encore d’autres futurs; les chiffres se stabilisent à mesure.',
  },
  unreachable: 'Vérifiez qu’il fonctionne, puis redemandez. Vos réponses sont toujours sur cette page.',
  earlierStands: 'La dernière réponse reste ci-dessous.',
  refusedTitle: 'Les chances n’ont pas pu être calculées',
  done: 'Les chances sont calculées.',
  source:
    'futurs simulés du moteur {{version}}, scénario {{scenario}}, graine {{seed}}; bassin du {{date}}, synthétique',
  streamsNone: 'aucun',
  points_one: '{{count, number}} point',
  points_many: '{{count, number}} de points',
  points_other: '{{count, number}} points',
  months_one: '{{count, number}} mois',
  months_many: '{{count, number}} de mois',
  months_other: '{{count, number}} mois',
  place: {
    heading: 'Votre place dans le bassin',
    finding: 'Environ {{above}} personnes du bassin sont devant vous; environ {{tied}} ont la même note',
    outside:
      'Ce profil n’est pas dans le bassin; environ {{above}} personnes y ont plus de points, environ {{tied}} la même note',
    nobodyAhead: 'Personne du bassin synthétique n’est devant vous; environ {{tied}} ont la même note',
    subtitle:
      'Avec {{score}} points au {{date}}, à deux chiffres près. Les tranches de notes sont publiées; la place des gens dans une tranche et leur appartenance aux volets sont estimées.',
    stream: 'Parmi',
    everybody: 'Tout le bassin',
    pool: 'Personnes',
    above: 'Devant vous',
    tied: 'Même note',
    below: 'De 1 à 5 points de moins',
    range: '{{about}} ({{low}}–{{high}})',
    known:
      'Entre parenthèses\u00a0: 95 de 100 bassins qui s’accordent avec les tranches publiées et les rondes passées. Chiffres seuls\u00a0: exacts là où une tranche publiée commence ou finit; ailleurs, rien ne dit à quel point ils sont connus.',
  },
  past: {
    heading: 'Rondes de la dernière année',
    finding_one:
      'Tel quel, ce profil aurait été invité à {{invited}} des {{count, number}} ronde qui lui était ouverte',
    finding_many:
      'Tel quel, ce profil aurait été invité à {{invited}} des {{count, number}} de rondes qui lui étaient ouvertes',
    finding_other:
      'Tel quel, ce profil aurait été invité à {{invited}} des {{count, number}} rondes qui lui étaient ouvertes',
    none: 'Aucune ronde de la dernière année n’était ouverte à ce profil',
    subtitle: 'La note d’aujourd’hui à côté de chaque note minimale publiée, la plus récente d’abord.',
    cutoff: 'Note minimale',
    you: 'Ce profil',
    yes: 'Oui, {{points}} de plus',
    no: 'Non, il manque {{points}}',
    notIn: 'Pas dans le volet',
    tied: 'Égalité\u00a0: seulement si soumis au plus tard le {{instant}} UTC',
    tiedInTime:
      'Égalité\u00a0: oui, en attendant autant que vous maintenant (là\u00a0: soumis au plus tard le {{instant}} UTC)',
    tiedAll: 'Égalité\u00a0: tous étaient invités à la note minimale',
    others_one: 'Montrer aussi {{count, number}} ronde d’autres volets',
    others_many: 'Montrer aussi {{count, number}} de rondes d’autres volets',
    others_other: 'Montrer aussi {{count, number}} rondes d’autres volets',
    fewer: 'Seulement les rondes ouvertes à ce profil',
  },
  chance: {
    heading: 'Vos chances',
    some: 'Dans {{share}} futurs simulés, vous recevez une invitation au plus tard le {{date}}',
    all: 'Dans la totalité des {{runs, number}} futurs simulés, vous recevez une invitation au plus tard le {{date}}',
    none: 'Dans aucun des {{runs, number}} futurs simulés vous ne recevez une invitation au plus tard le {{date}}',
    outside: 'Ce profil ne peut pas être invité\u00a0: il n’est admissible à aucun des trois programmes',
    outsideText:
      'Ce que demande chaque programme et ce qui manque se trouve plus haut, avec la note. Le plan ci-dessous dit quand même ce qui compterait.',
    unknown: 'Aucune date n’est assez lointaine pour donner des chances',
    of: '{{count, number}} sur 100',
    fewest: 'moins de 1 sur 100',
    most: 'plus de 99 sur 100',
    half: 'Dans la moitié d’entre eux au moins, c’est fait le {{date}}.',
    interval:
      'Avec {{runs, number}} futurs, la part est connue de {{low}} à {{high}} (intervalle à 95\u00a0%). C’est le hasard des futurs seulement, non la justesse du scénario.',
    subtitle:
      'Part des {{runs, number}} futurs simulés où vous avez une invitation à chaque date; bande\u00a0: intervalle à 95\u00a0%.',
    chart: 'Graphique des chances selon la date. {{title}}. Les données sont dans le tableau ci-dessous.',
    tip: '{{date}}\u00a0: {{chance}} ({{range}})',
    table: 'Chances d’avoir reçu une invitation, par mois',
    by: 'Au plus tard le',
    any: 'Tout volet',
    range: 'Intervalle à 95\u00a0%',
  },
  holds: {
    title: 'À quelles conditions',
    scenario:
      'Les rondes continuent comme dernièrement\u00a0: aussi souvent, autant d’invitations, les mêmes volets. Les futurs ont été simulés à partir du {{asOf}}, là où s’arrêtent les données publiées, et sont déplacés pour commencer le {{date}}\u00a0: comme si le bassin et la pratique d’alors étaient ceux de ce jour-là.',
    old: 'Les données s’arrêtent il y a {{count, number}} jours. Les rondes tenues depuis ne sont pas connues ici.',
    submitted: 'Votre profil compte comme soumis le {{date}}.',
    submittedThen: 'Votre profil compte comme soumis le jour où commencent les futurs.',
    lives:
      'Vous continuez à travailler là où vous dites travailler (au Canada jusqu’à la fin de votre permis, si vous en avez donné la date), gardez tout le reste tel quel et soumettez de nouveau votre profil quand il prend fin.',
    rules: 'Points du {{date}} tout du long.',
  },
  reliability: {
    title: 'Ce que valaient de tels énoncés',
    bin_one:
      'De {{count, number}} énoncé «\u00a0{{from}} à {{to}} d’ici {{days}} jours\u00a0» fait sur le volet {{stream}} pour des dates passées, {{observed}} s’est réalisé.',
    bin_many:
      'De {{count, number}} d’énoncés «\u00a0{{from}} à {{to}} d’ici {{days}} jours\u00a0» faits sur le volet {{stream}} pour des dates passées, {{observed}} se sont réalisés.',
    bin_other:
      'De {{count, number}} énoncés «\u00a0{{from}} à {{to}} d’ici {{days}} jours\u00a0» faits sur le volet {{stream}} pour des dates passées, {{observed}} se sont réalisés.',
    stated: 'Pour vous, c’est {{chance}} aux rondes du volet {{stream}} au plus tard le {{date}}.',
    binEmpty:
      'Aucun énoncé passé sur le volet {{stream}} n’était aussi haut ou bas que le vôtre, {{chance}} au plus tard le {{date}}.',
    pnp: 'Les chances aux rondes des désignés n’ont pas été mesurées\u00a0: leurs notes minimales sont presque du bruit, mais avec les 600 points de la désignation presque tous les désignés sont invités.',
    none: 'Les chances à ces rondes n’ont pas été mesurées\u00a0: trop peu ont été tenues.',
    link: 'Chaque prédiction à côté de ce qui s’est passé',
    loading: 'Chargement du bilan…',
    failed: 'Le bilan n’a pas pu être chargé; il a sa propre page.',
  },
  calendar: {
    heading: 'Les dates qui comptent',
    finding_one: 'Une date compte pour vous dans l’année qui vient',
    finding_many: '{{count, number}} de dates comptent pour vous dans l’année qui vient',
    finding_other: '{{count, number}} dates comptent pour vous dans l’année qui vient',
    none: 'Aucune date ne change quoi que ce soit pour vous dans l’année qui vient',
    subtitle: 'Si rien n’est fait, à compter du {{date}}\u00a0: anniversaires, années de travail et ce qui prend fin.',
    what: 'Ce qui arrive',
    opensColumn: 'Ouvre',
    closesColumn: 'Ferme',
    points: 'Points',
    score: 'Note alors',
    line: '{{date}}\u00a0: {{what}} ({{points}})',
    out: 'hors du bassin',
    opens: 'ouvre {{streams}}',
    closes: 'ferme {{streams}}',
    save: 'Enregistrer comme fichier de calendrier',
    kind: {
      birthday: 'Anniversaire',
      'canadian-experience': 'Une année de travail de plus au Canada est complète',
      'foreign-experience': 'Une année de travail de plus à l’étranger est complète',
      'category-experience': 'Assez de travail pour une catégorie',
      'test-ends': 'Un test de langue a deux ans et prend fin',
      'assessment-ends': 'L’évaluation des diplômes d’études (EDE) a cinq ans et prend fin',
      'profile-begins': 'Le profil est soumis\u00a0: dans le bassin à partir de ce jour',
      'profile-ends': 'Le profil prend fin; soumis de nouveau le même jour, dernier à note égale',
      'permit-ends': 'Dernier jour du permis; le travail fait ensuite au Canada n’est pas compté',
      other:
        'Les points ou les volets changent\u00a0: du travail devient trop ancien, ou une règle change avec le temps',
    },
  },
  plan: {
    heading: 'Ce que vous pouvez faire',
    finding: 'Le plus de chances pour chaque mois que cela prend\u00a0: {{action}}',
    none: 'Rien ici n’augmente vos chances dans l’année dans ces futurs',
    sure: 'Vous recevez une invitation dans presque tous les futurs\u00a0: il n’y a rien à gagner',
    subtitle:
      'Classé selon les chances gagnées dans l’année, en points de pourcentage, pour chaque mois que cela prend, avec des intervalles à 95\u00a0% sur les mêmes futurs avec et sans. Là où les intervalles se recoupent, l’ordre veut dire peu de chose. Les mois sont des hypothèses pour qui commence maintenant, car personne ne publie de tels chiffres\u00a0: changez-les pour votre propre cas.',
    action: 'Quoi',
    months: 'Mois',
    monthsOf: 'Mois\u00a0: {{action}}',
    monthsRange: 'Entrez de 0 à {{most}}, comme 6 ou 2,5',
    reset: 'Revenir aux mois supposés',
    points: 'Points',
    opens: 'Ouvre ou garde',
    chance: 'Chances alors',
    gained: 'Gain',
    perMonth: 'Gain par mois',
    atOnce: 'aussitôt',
    nothing: '–',
    gain: '{{gain}} ({{low}} à {{high}})',
    noDifference: 'aucune différence mesurable',
    countedOn:
      'Les chances en tiennent déjà compte\u00a0: {{action}}. Sans cela, elles seraient de {{without}} au lieu de {{chance}}.',
    together: 'Ensemble',
    togetherFinding: 'Ensemble, le plus de chances pour chaque mois que cela prend\u00a0: {{actions}}',
    togetherText:
      'Deux ou trois des meilleures ensemble, là où chaque partie ajoute de façon mesurable aux autres. Ce qui demande de l’étude se fait l’un après l’autre, le plus rapide d’abord; tout le reste se fait à côté. Mois\u00a0: jusqu’à ce que tout compte.',
    togetherNone:
      'Deux ou trois des meilleures ensemble n’apportent pas, dans l’année, plus de façon mesurable qu’une partie seule.',
    overTime: 'Au fil du temps',
    overTimeFinding:
      'Invitation au plus tard le {{date}} dans {{with}} futurs avec ceci, dans {{asIs}} tel quel\u00a0: {{action}}',
    overTimeText:
      'Chances d’avoir reçu une invitation à chaque date, et la note alors, tel quel et avec une chose faite.',
    overTimeOut:
      'Chances d’avoir reçu une invitation à chaque date, et la note alors, tel quel et avec une chose faite. Là où une note manque (–), le profil n’est pas dans le bassin à cette date.',
    choose: 'Ce qui est fait',
    chart: 'Chances et points selon la date, tel quel et avec ceci\u00a0: {{action}}',
    asIs: 'Tel quel',
    with: 'Avec cela',
    scoreAsIs: 'Note',
    scoreWith: 'Note avec cela',
    chanceAsIs: 'Chances',
    chanceWith: 'Chances avec cela',
    name: {
      'language-to-9': 'Repasser le test de langue\u00a0: niveau 9 dans les quatre habiletés',
      'language-to-10': 'Repasser le test de langue\u00a0: niveau 10 dans les quatre habiletés',
      'french-to-5': 'Apprendre le français\u00a0: niveau 5 (NCLC) dans les quatre habiletés',
      'french-to-7': 'Apprendre le français\u00a0: niveau 7 (NCLC) dans les quatre habiletés',
      'next-credential': 'Obtenir le diplôme suivant',
      'canadian-year': 'Une année de plus de travail qualifié au Canada',
      'foreign-year': 'Une année de plus de travail qualifié à l’étranger',
      nomination: 'Obtenir la désignation d’une province ou d’un territoire',
      'other-applicant': 'Présenter la demande au nom de votre partenaire',
      'spouse-not-coming': 'Demander sans que votre partenaire vous accompagne',
      'renew-test': 'Repasser le test de langue avant qu’il prenne fin',
      'renew-assessment': 'Renouveler l’évaluation des diplômes (EDE) avant qu’elle prenne fin',
      'renew-profile': 'Soumettre un nouveau profil le jour où l’ancien prend fin',
    },
    note: {
      'language-to-9': 'Les niveaux déjà plus élevés sont gardés.',
      'language-to-10': 'Les niveaux déjà plus élevés sont gardés.',
      'french-to-5': 'Comme deuxième langue, avec un test.',
      'french-to-7': 'Comme deuxième langue, avec un test; c’est ce que demandent les rondes de français.',
      'next-credential': 'Celui qui suit le vôtre dans la liste du formulaire, évalué s’il vient de l’étranger.',
      'canadian-year': 'Autorisé, dans une profession FEER 0 à 3; vous ne dites pas y travailler en ce moment.',
      'foreign-year': 'Dans une profession FEER 0 à 3; vous ne dites pas travailler en ce moment.',
      nomination: 'C’est une province qui décide; les chances d’en obtenir une ne sont pas comptées.',
      'other-applicant':
        'Avec un nouveau profil. D’après ce que vous avez dit de votre partenaire; ce que vous n’avez pas dit\u00a0: votre âge, l’anglais, aucun travail à l’étranger.',
      'spouse-not-coming':
        'Il faut que ce soit vrai\u00a0: qui est déclaré ne pas venir ne peut venir avec cette demande.',
      'renew-test': 'Avec les mêmes résultats; les points et les volets sont ceux qui seraient perdus.',
      'renew-assessment': 'Avec le même résultat.',
      'renew-profile': 'Un nouveau profil est le dernier à note égale.',
    },
  },
  journey: {
    heading: 'Le chemin vers la résidence permanente',
    title: 'Du profil à la résidence permanente, avec vos dates',
    lead: 'En langage clair, comme une carte. Ce ne sont pas des conseils, et les règles changent\u00a0: les pages officielles font foi.',
    profile: 'Profil',
    profileText:
      'Vous répondez aux questions et soumettez. Pas encore de documents, mais les résultats de test, l’évaluation des études faites à l’étranger et une désignation doivent exister.',
    pool: 'Bassin',
    poolText:
      'Qui est admissible à un programme attend, classé selon la note; à note égale, les profils plus anciens passent d’abord. Tenez-le à jour.',
    validUntil: 'Valide {{months}} mois\u00a0: jusqu’au {{date}}.',
    validUntilIf: 'Valide {{months}} mois\u00a0: jusqu’au {{date}} s’il est soumis le {{submitted}}.',
    draw: 'Ronde',
    drawText:
      'Chaque semaine ou toutes les deux semaines, les notes les plus élevées d’un volet sont invitées, jusqu’à la note minimale.',
    drawBy: 'Dans la moitié des futurs simulés, vous recevez une invitation au plus tard le {{date}}.',
    drawUnlikely: 'Dans moins de la moitié des futurs simulés, vous recevez une invitation dans l’année.',
    ita: 'Invitation à présenter une demande (IPD)',
    itaText:
      'Vous avez {{days}} jours pour présenter une demande complète. Vous pouvez décliner et revenir dans le bassin pour le reste de votre profil.',
    application: 'Demande de résidence permanente',
    applicationText:
      'Avec tous les documents et les frais. Ce que dit votre profil doit être vrai le jour de l’invitation et le jour de la demande.',
    applyBy: 'Avec une invitation le {{date}}, vous auriez jusqu’au {{until}}.',
    decision: 'Résidence permanente',
    decisionText: 'La norme officielle est de six mois pour la plupart des demandes; ce programme ne la prévoit pas.',
    documentsTitle: 'Documents à préparer',
    documents: {
      passport: 'Passeport ou titre de voyage',
      language: 'Résultats de test de langue de moins de deux ans',
      education:
        'Diplômes; pour des études à l’étranger, une évaluation des diplômes d’études (EDE) de moins de cinq ans',
      work: 'Lettres d’employeurs\u00a0: tâches, heures, dates, salaire',
      police:
        'Certificats de police de chaque pays où vous avez passé six mois ou plus de suite en dix ans; certains prennent des mois',
      medical:
        'Examen médical\u00a0: avant la demande ou sur instruction, cela a changé plus d’une fois; voyez la page officielle',
      funds:
        'Preuve de fonds, sauf pour une invitation au titre de la CEC, ou avec une offre d’emploi valide et le droit de travailler au Canada',
      partner: 'Pour votre partenaire\u00a0: les mêmes preuves, et celle du mariage ou de l’union de fait',
      nomination: 'Certificat de désignation',
      trade: 'Certificat de compétence dans votre métier',
    },
    endsTitle: 'Ce qui arrête le chemin',
    ends: {
      lapse:
        'Pas de demande complète en {{days}} jours\u00a0: l’invitation expire et le profil disparaît; il en faut un nouveau.',
      incomplete: 'Une demande incomplète est retournée. L’invitation est perdue.',
      refusal:
        'Un refus\u00a0: plus admissible, des points demandés sans preuve, la santé, un casier judiciaire ou la sécurité.',
      misrepresentation:
        'Une fausse déclaration, un fait faux ou caché\u00a0: refus, et interdiction de demander pendant 5 ans.',
    },
    officialTitle: 'Pages officielles sur canada.ca',
    official: {
      home: 'Entrée express',
      documents: 'Documents pour Entrée express',
      apply: 'Présenter une demande de résidence permanente',
    },
  },
  print: {
    button: 'Imprimer un résumé d’une page',
    title: 'Mes chances dans Entrée express',
    score: '{{score}} points. Volets\u00a0: {{streams}}.',
    calendar: 'Les dates qui comptent',
    plan: 'Ce qui augmente le plus les chances par mois',
    planLine: '{{action}}\u00a0: {{points}} points, {{months}}, chances {{chance}}',
  },
}
