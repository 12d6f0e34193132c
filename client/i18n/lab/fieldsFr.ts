/** What every field of a scenario is called and means, its unit, and what its default leans on, in French. */
export const fr = {
  field: {
    schemaVersion: {
      label: 'Version du format',
      meaning: 'La façon de lire ce fichier. Elle ne change qu’avec le programme.',
    },
    id: { label: 'Nom', meaning: 'Minuscules, chiffres et traits d’union; c’est aussi le nom du fichier.' },
    titleEn: { label: 'Titre en anglais', meaning: 'Quelques mots qui distinguent ce scénario des autres.' },
    titleFr: { label: 'Titre en français', meaning: 'La même chose en français.' },
    questionEn: { label: 'Question en anglais', meaning: 'Ce à quoi la simulation doit répondre.' },
    questionFr: { label: 'Question en français', meaning: 'La même chose en français.' },
    sources: {
      label: 'Sources',
      meaning:
        'D’où viennent les chiffres de ce scénario, une source par ligne. «\u00a0Inventé\u00a0» est aussi une source.',
    },
    asOf: { label: 'Début', meaning: 'Le bassin est celui du plus récent tableau publié ce jour-là ou avant.' },
    horizonDays: { label: 'Durée', meaning: 'La simulation finit ce temps après le début.' },
    seed: {
      label: 'Graine',
      meaning: 'Un texte quelconque. La même graine donne les mêmes hasards; les comparaisons les gardent identiques.',
    },
    populationSize: { label: 'Personnes au début', meaning: 'Les tranches publiées sont ramenées à ce total.' },
    rulesFrom: {
      label: 'En vigueur à partir du',
      meaning: 'Les premières doivent être en vigueur au début; les suivantes renotent tout le bassin ce jour-là.',
    },
    rulesetId: { label: 'Règles', meaning: 'Les points de la loi, par date d’entrée en vigueur.' },
    patchPath: { label: 'Règle', meaning: 'Un endroit de l’arbre des règles, comme additional.sibling.points.' },
    patchValue: {
      label: 'Nouvelle valeur',
      meaning: 'Des points entiers; «\u00a0null\u00a0» pour aucune règle de ce genre.',
    },
    patchReason: { label: 'Raison', meaning: 'Pourquoi, ou qui le propose.' },
    arrivalsPerDay: {
      label: 'Nouveaux profils',
      meaning: 'Profils admissibles de personnes qui n’étaient pas dans le bassin, en moyenne sur un an.',
    },
    weekdayWeights: {
      label: 'Poids de chaque jour de la semaine',
      meaning:
        'Il arrive plus ou moins de monde certains jours\u00a0: des poids relatifs, seules leurs proportions comptent.',
    },
    monthWeights: {
      label: 'Poids de chaque mois',
      meaning: 'Poids relatifs des mois pour tous sauf les candidats désignés, qui ont les leurs.',
    },
    archetype: {
      label: 'Combien de chaque genre de personnes',
      meaning: 'Tant de fois le nombre supposé\u00a0: 0,5 = la moitié, 0 = aucune.',
    },
    withdrawalPerDay: { label: 'Retraits', meaning: 'Probabilité qu’une personne retire son profil un jour donné.' },
    validityMonths: {
      label: 'Durée d’un profil',
      meaning: 'Un profil qui n’a pas été invité prend fin après ce temps.',
    },
    birthdays: {
      label: 'Anniversaires',
      meaning: 'Les gens vieillissent et perdent ou gagnent des points pour l’âge.',
    },
    canadianExperience: {
      label: 'Travail au Canada',
      meaning: 'Qui travaille au Canada en complète une année de plus; la première ouvre la CEC.',
    },
    canadianWorking: {
      label: 'Qui continue de travailler au Canada',
      meaning: 'Parmi les personnes au Canada, la part qui a un emploi qualifié en attendant.',
    },
    foreignExperience: {
      label: 'Travail à l’étranger',
      meaning: 'Qui travaille à l’étranger en complète une année de plus.',
    },
    foreignWorking: {
      label: 'Qui continue de travailler à l’étranger',
      meaning: 'Parmi les personnes à l’étranger, la part qui a un emploi qualifié en attendant.',
    },
    categoryExperience: {
      label: 'Mois pour une catégorie',
      meaning: 'Ceux à qui il manque des mois dans leur profession atteignent les 6 ou 12 que demande une catégorie.',
    },
    cecWindow: {
      label: 'Les trois ans de la CEC',
      meaning: 'Qui ne travaille plus au Canada sort un jour des trois ans de la CEC.',
    },
    languageTestExpiry: {
      label: 'Fin des tests de langue',
      meaning: 'Les résultats prennent fin après deux ans; sans nouveaux résultats, le profil sort du bassin.',
    },
    testRenewedInTime: {
      label: 'Tests renouvelés à temps',
      meaning: 'Part des personnes qui ont de nouveaux résultats avant la fin des anciens.',
    },
    testRenewedLater: {
      label: 'Tests renouvelés plus tard',
      meaning: 'Parmi celles qui ne l’ont pas fait à temps, la part qui revient avec de nouveaux résultats.',
    },
    credentialExpiry: {
      label: 'Fin des évaluations de diplômes',
      meaning: 'Les évaluations de diplômes étrangers prennent fin après cinq ans.',
    },
    credentialRenewedInTime: {
      label: 'Évaluations renouvelées à temps',
      meaning: 'Part des personnes qui en ont une nouvelle avant la fin de l’ancienne.',
    },
    credentialRenewedLater: {
      label: 'Évaluations renouvelées plus tard',
      meaning: 'Parmi celles qui ne l’ont pas fait à temps, la part qui revient avec une nouvelle.',
    },
    languageRetakes: {
      label: 'Tests de langue repris',
      meaning: 'Des personnes reprennent un test et mettent un meilleur résultat dans leur profil.',
    },
    retakesPerYear: {
      label: 'Reprises',
      meaning: 'Probabilité que quelqu’un essaie en un an, pour les plus portés à le faire.',
    },
    nominations: { label: 'Désignations', meaning: 'Les provinces désignent des personnes du bassin.' },
    nominationsPerDay: { label: 'Personnes désignées', meaning: 'Désignations de personnes du bassin, en moyenne.' },
    frenchLearning: {
      label: 'Français appris',
      meaning: 'Des personnes sans français mettent un résultat de français dans leur profil.',
    },
    frenchPerYear: {
      label: 'Qui apprend le français',
      meaning: 'Probabilité qu’une personne sans français le fasse en un an.',
    },
    marriages: { label: 'Mariages', meaning: 'Des personnes épousent quelqu’un qui les accompagne.' },
    marriagesPerYear: {
      label: 'Qui se marie',
      meaning: 'Probabilité qu’une personne sans conjoint qui l’accompagne le fasse en un an.',
    },
    reentry: { label: 'Retours', meaning: 'Des personnes dont le profil a pris fin reviennent avec un nouveau.' },
    afterExpiry: {
      label: 'Retour après la fin du profil',
      meaning: 'Part des profils arrivés à la fin de leur durée.',
    },
    afterLapse: {
      label: 'Retour après une invitation expirée',
      meaning: 'Part des personnes qui ont laissé expirer une invitation.',
    },
    daysToApply: {
      label: 'Délai pour présenter une demande',
      meaning: 'Une invitation sans réponse expire après ce temps.',
    },
    applies: { label: 'Demandent', meaning: 'Part des personnes invitées qui présentent une demande.' },
    declines: {
      label: 'Refusent',
      meaning: 'Part des personnes invitées qui refusent. Les autres laissent expirer l’invitation.',
    },
    parameters: {
      label: 'Hypothèses incertaines',
      meaning:
        'Les futurs d’un ensemble diffèrent aussi par des arrivées et des suites que personne ne connaît au juste.',
    },
    drawDate: { label: 'Date', meaning: 'Un jour de la simulation.' },
    stream: { label: 'Volet', meaning: 'Qui peut être invité.' },
    drawSize: {
      label: 'Taille',
      meaning: 'Le plus de personnes invitées. Il faut une taille ou une note la plus basse.',
    },
    minimumScore: { label: 'Note la plus basse', meaning: 'Personne n’est invité en dessous.' },
    firstDate: { label: 'Premier tour', meaning: 'Les tours se comptent à partir de ce jour.' },
    everyDays: { label: 'D’un tour au suivant', meaning: 'Deux semaines font 14.' },
    until: { label: 'Dernier jour', meaning: 'Aucune ronde de ce rythme n’a lieu plus tard.' },
    weekdays: {
      label: 'Jours où elle peut avoir lieu',
      meaning: 'Un tour un autre jour, ou un jour férié fédéral, a lieu le prochain de ces jours.',
    },
    jitterDays: {
      label: 'Plus tôt ou plus tard au hasard',
      meaning: 'Chaque tour se déplace d’au plus tant de ses jours, tous également probables.',
    },
    sizes: {
      label: 'Tailles',
      meaning:
        'Le plus de personnes invitées, tour par tour, séparées par des virgules; après la dernière revient la première. Il faut des tailles ou celles de rondes publiées.',
    },
    sizesFromFrom: {
      label: 'Tailles de rondes publiées, du',
      meaning: 'Au lieu de tailles\u00a0: chaque tour prend au hasard celle d’une ronde publiée entre deux jours.',
    },
    sizesFromTo: { label: 'Tailles de rondes publiées, au', meaning: 'Le dernier jour de cette période.' },
    sizesFromStreams: { label: 'Tailles de rondes publiées, volets', meaning: 'Les volets dont on prend les tailles.' },
    roundStreams: {
      label: 'Volets à tour de rôle',
      meaning: 'Un par série, dans cet ordre; après le dernier revient le premier.',
    },
    offsetWorkdays: { label: 'Après le début de la série', meaning: 'Tenue tant de jours ouvrables plus tard.' },
    budgetYear: { label: 'Année', meaning: 'Année civile des invitations.' },
    budgetStreams: { label: 'Volets', meaning: 'Les volets dont les invitations comptent.' },
    itas: {
      label: 'Invitations',
      meaning: 'Toutes les invitations de ces volets cette année-là. Il faut celles-ci ou des personnes à admettre.',
    },
    persons: {
      label: 'Personnes à admettre',
      meaning: 'Comme dans un plan des niveaux\u00a0: demandeurs principaux et leurs familles.',
    },
    personsPer: {
      label: 'Personnes par demandeur principal',
      meaning: 'Convertit les personnes à admettre en invitations.',
    },
    shareUsed: {
      label: 'Invitations qui mènent à une admission',
      meaning: 'Leur part; les autres expirent ou sont refusées.',
    },
    pauseStreams: { label: 'Volets', meaning: 'Les volets dont les rondes n’ont pas lieu.' },
    pauseFrom: { label: 'Premier jour sans ronde', meaning: 'Ce jour compris.' },
    pauseTo: { label: 'Dernier jour sans ronde', meaning: 'Ce jour compris.' },
    publishedFrom: {
      label: 'Publiées à partir du',
      meaning: 'Premier jour des vraies rondes qui sont répétées, avec leurs volets et leurs tailles.',
    },
    publishedTo: { label: 'Publiées jusqu’au', meaning: 'Leur dernier jour.' },
    publishedStreams: { label: 'Volets', meaning: 'Lesquelles de ces rondes.' },
    sizeFactor: {
      label: 'Taille des rondes d’un volet',
      meaning:
        'Tant de fois leur taille, quelle que soit la partie du calendrier d’où elles viennent\u00a0: 0,5 = moitié moins d’invitations.',
    },
    shiftDays: {
      label: 'Répétées plus tard de',
      meaning: '364 les répète un an plus tard, les mêmes jours de la semaine; 0 à leurs propres dates.',
    },
  },
  unit: {
    days: 'jours',
    workdays: 'jours ouvrables',
    months: 'mois',
    points: 'points',
    people: 'personnes',
    peopleADay: 'personnes par jour',
    invitations: 'invitations',
    share: 'de 0 à 1',
    chanceADay: 'par jour, de 0 à 1',
    chanceAYear: 'par an, de 0 à 1',
    times: 'fois',
  },
  basis: {
    published: 'le total publié',
    inflow: 'déduit des rondes et des tableaux du bassin jusqu’au début',
    assumedWeekday:
      'hypothèse\u00a0: des tableaux distants d’un ou deux jours ouvrables montrent environ le double des arrivées moyennes',
    assumedMonth: 'hypothèse\u00a0: aucune saison n’est connue, sauf celle des candidats désignés',
    kinds: 'hypothèse\u00a0: un mélange plausible de personnes, repondéré pour donner les tranches publiées',
    assumedLeaving: 'hypothèse\u00a0: la plupart de ceux qui partent sans invitation arrivent à la fin de leur profil',
    lawValidity: 'loi\u00a0: Instructions ministérielles 2017-1',
    lawSixty: 'loi\u00a0: 60 jours depuis le 2018-06-26, deux sources secondaires',
    assumed: 'hypothèse\u00a0: aucun chiffre n’est publié',
    nominations:
      'hypothèse\u00a0: environ 31 candidats désignés par jour entrent à 601 points et plus, la moitié venant du bassin',
    marriages:
      'hypothèse\u00a0: 4 à 5\u00a0% des personnes non mariées se marient en un an, la moitié avec un conjoint déclaré comme accompagnant',
    outcomes: 'hypothèse\u00a0: d’après les demandes de 2025; combien des autres refusent n’est pas publié',
    all: 'tous les volets',
    own: 'le volet de la ronde',
    workWeek: 'du lundi au vendredi',
    end: 'la fin de la simulation',
    place: 'sa place dans la liste, à partir de 0',
    none: 'aucune',
    asPlanned: 'leur taille',
    noShift: 'leurs propres dates',
    noJitter: 'aucun écart',
  },
}
