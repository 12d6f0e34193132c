/** What is wrong with a scenario and what to do, in French. */
export const fr = {
  mistake: {
    date: 'Indiquez un jour, année-mois-jour, par exemple 2026-03-14.',
    noSuchDay: 'Ce jour n’existe pas dans le calendrier.',
    choice: 'Choisissez dans la liste.',
    id: 'Indiquez de 1 à 60 minuscules, chiffres et traits d’union.',
    wholeNumbers: 'Indiquez des nombres entiers séparés par des virgules, par exemple 1000, 3000.',
    text: 'Indiquez un texte, ni vide ni très long.',
    whole: 'Indiquez un nombre entier de {{low}} à {{high}}.',
    number: 'Indiquez un nombre de {{low}} à {{high}}.',
    unknown: 'n’est pas un champ d’un scénario.',
    version: 'Indiquez un scénario de la version {{version}}\u00a0: ce programme n’en lit pas d’autre.',
    rulesStart: 'Commencez par des règles en vigueur le {{day}}, au début.',
    laterDay: 'Indiquez un jour après celui des règles précédentes.',
    rulePlace: 'Indiquez un endroit de l’arbre des règles, comme additional.sibling.points.',
    unfilled: 'Personne n’a publié de valeur pour {{place}}\u00a0: ajoutez un changement de points avec la vôtre.',
    ruleValue: 'La valeur de {{place}} n’est pas possible pour cette règle.',
    tooManyPoints:
      'Changez les points pour que personne ne puisse en avoir plus de {{most}}; c’est maintenant {{points}}.',
    outcomes: 'Indiquez des parts dont la somme est d’au plus 1.',
    firstTable: 'Indiquez le {{day}} ou plus tard, le jour du premier tableau publié du bassin.',
    tooLong:
      'Raccourcissez la simulation\u00a0: elle durerait {{days}} jours depuis son tableau du bassin, et le maximum est de {{most}}.',
    tooManyPeople:
      'Faites arriver moins de monde, ou moins longtemps\u00a0: il y aurait environ {{people}} personnes, et le maximum est de {{most}}.',
    sizeOrScore: 'Indiquez une taille, une note la plus basse, ou les deux.',
    inRun: 'Indiquez quelque chose entre {{from}} et {{to}}\u00a0: c’est la simulation.',
    notBefore: 'Indiquez le {{day}} ou plus tard.',
    oneSizing: 'Indiquez des tailles ou celles de rondes publiées, pas les deux.',
    noPublished:
      'Aucune ronde de ces volets n’a été publiée alors\u00a0: choisissez une autre période, d’autres volets ou des tailles.',
    atMost: 'Indiquez au plus {{most}}\u00a0: moins de la moitié des jours qu’un tour a pour lui.',
    tooManyDraws: 'Prévoyez moins de rondes\u00a0: il y en a {{draws}}, et le maximum est de {{most}}.',
    itasOrPersons: 'Indiquez des invitations, ou des personnes à admettre avec les deux chiffres qui suivent.',
    alsoNeeded: 'Indiquez aussi ceci\u00a0: c’est ce qui convertit les personnes à admettre en invitations.',
    tooManyItas: 'Indiquez moins de personnes\u00a0: elles font {{itas}} invitations, et le maximum est de {{most}}.',
    sharedStreams: 'Choisissez des volets qu’aucun autre budget de {{year}} ne contient.',
    steersNothing:
      'Ajoutez un rythme ou des séries de ces volets cette année-là\u00a0: seules leurs tailles suivent un budget.',
  },
}
