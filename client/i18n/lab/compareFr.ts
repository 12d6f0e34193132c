/** French texts of the comparison of scenarios. */
export const fr = {
  compare: {
    title: 'De combien les variantes diffèrent-elles de la référence?',
    lead: 'Tous les scénarios sont simulés avec le même hasard\u00a0: les mêmes personnes arrivent, se retirent et acceptent. Ce qui diffère entre deux scénarios vient donc de ce qui a été changé, et peu de simulations en disent déjà long.',
    noAlternative: 'Il n’y a encore rien à comparer\u00a0: ajoutez une variante et changez-la.',
    same: '{{names}} dit la même chose que la référence\u00a0: chaque différence sera 0.',
    blocked:
      'Ces scénarios ne peuvent pas encore être simulés\u00a0: {{names}}. Corrigez-les d’abord sous «\u00a0Modifier\u00a0».',
    runs: 'Simulations de chaque scénario',
    runsHint: '50 pour une première idée, 200 pour des intervalles étroits.',
    start: 'Comparer',
    startAnother: 'Comparer de nouveau',
    starting: 'Démarrage…',
    stale: 'Les scénarios ont changé depuis cette comparaison. Comparez de nouveau pour en voir l’effet.',
    gone: 'Cette comparaison n’est plus conservée. Comparez de nouveau\u00a0: les mêmes scénarios et la même graine donnent les mêmes chiffres.',
    refusedTitle: 'La comparaison n’a pas pu démarrer',
    busyTitle: 'Une autre comparaison est en cours',
    busyText:
      'Ce serveur n’en calcule qu’un certain nombre à la fois. Réessayez dans un moment; vos scénarios sont gardés.',
    failedTitle: 'La comparaison s’est interrompue',
    progress: 'Progression',
    status: {
      joining: 'Connexion…',
      running: 'En cours',
      finished: 'Terminé',
      cancelled: 'Arrêté',
      failed: 'Interrompu',
    },
    done: '{{done, number}} simulations sur {{runs, number}}, tous scénarios confondus',
    timeLeft: 'Encore environ {{time}}',
    timeUnknown: 'Les premières simulations sont les plus longues…',
    timeTaken: 'Durée\u00a0: {{time}}',
    cancel: 'Arrêter ici',
    partial: 'Provisoire\u00a0: {{done, number}} simulations sur {{runs, number}} de chaque scénario.',
    stopped:
      'Arrêté avant la fin\u00a0: tout ce qui suit repose sur {{done, number}} simulations sur {{runs, number}} de chaque scénario.',
    waiting: 'Rien à montrer avant que chaque scénario ait sa première simulation.',
    announceFinished: 'La comparaison est terminée.',
    chosen: 'Variante montrée dans les graphiques',
    pairs_one: '{{count, number}} paire de simulations',
    pairs_many: '{{count, number}} de paires de simulations',
    pairs_other: '{{count, number}} paires de simulations',
    source: '{{pairs}} de ce simulateur, graine {{seed}}, moteur {{version}}',
    table: {
      heading: 'Différences',
      subtitle:
        'Moyennes des simulations\u00a0: la référence, puis pour chaque variante la différence avec son intervalle à 95\u00a0%. En gras si l’intervalle exclut 0. Parmi les chiffres qui ne diffèrent pas, jusqu’à un sur vingt est en gras par hasard.',
      caption: 'Différences par rapport à la référence',
      figure: 'Chiffre',
      difference: '{{name}}\u00a0: différence',
      value: '{{difference}} ({{low}} à {{high}})',
      none: 'pas de telle ronde',
      meanCutoff: 'Note minimale moyenne, {{stream}}',
      lastCutoff: 'Dernière note minimale, {{stream}}',
      invited: 'Invitations, {{stream}}',
      invitedAll: 'Invitations, tous les volets',
      waitingDays: 'Jours d’attente des personnes invitées, {{stream}}',
      never: 'Jamais invités, {{scores}} points',
      note: 'Jamais invités\u00a0: parmi les profils qui ont pris fin avec une telle note, la part qui a pris fin sans invitation; différences en points de pourcentage.',
    },
    finding: {
      lower:
        'Dans {{name}}, la note minimale du volet {{stream}} est en moyenne plus basse de {{points}} points ({{low}} à {{high}})',
      higher:
        'Dans {{name}}, la note minimale du volet {{stream}} est en moyenne plus haute de {{points}} points ({{low}} à {{high}})',
      unclear:
        'Dans {{name}}, la note minimale du volet {{stream}} n’est pas nettement différente ({{low}} à {{high}} points)',
      same: 'Dans {{name}}, la note minimale du volet {{stream}} est la même',
      always: {
        lower:
          'Dans {{name}}, la note minimale du volet {{stream}} est plus basse de {{points}} points dans chaque simulation',
        higher:
          'Dans {{name}}, la note minimale du volet {{stream}} est plus haute de {{points}} points dans chaque simulation',
      },
      once: {
        lower:
          'Dans {{name}}, la note minimale du volet {{stream}} est plus basse de {{points}} points dans la seule paire de simulations\u00a0: trop peu pour conclure',
        higher:
          'Dans {{name}}, la note minimale du volet {{stream}} est plus haute de {{points}} points dans la seule paire de simulations\u00a0: trop peu pour conclure',
        same: 'Dans {{name}}, la note minimale du volet {{stream}} est la même dans la seule paire de simulations\u00a0: trop peu pour conclure',
      },
      nothing: 'Aucune ronde n’a lieu à la fois dans {{name}} et dans la référence',
    },
    draws: {
      heading: 'Notes minimales, ronde par ronde',
      most: 'La note minimale du volet {{stream}} du {{date}} diffère le plus\u00a0: {{points}} points',
      same: 'Aucune note minimale du volet {{stream}} ne diffère',
      unclear: 'Aucune note minimale du volet {{stream}} n’est nettement différente',
      none: 'Aucune ronde du volet {{stream}} n’a lieu le même jour dans les deux',
      subtitle:
        'Note minimale dans {{name}} moins celle de la référence, en points, pour les rondes du volet {{stream}} tenues le même jour dans les deux. Traits\u00a0: intervalle à 95\u00a0% de la moyenne.',
      chart: 'Graphique des différences par ronde. {{title}}. Les données sont dans le tableau ci-dessous.',
      choose: 'Volet',
      eight: '8 simulations sur 10',
      invited: 'Invités',
      baseline: 'Référence',
      difference: 'Différence',
      axis: 'points',
    },
    never: {
      heading: 'Jamais invités',
      more: 'Dans {{name}}, la part jamais invitée augmente le plus à {{scores}}\u00a0: {{points}} points de pourcentage',
      fewer:
        'Dans {{name}}, la part jamais invitée diminue le plus à {{scores}}\u00a0: {{points}} points de pourcentage',
      same: 'Dans {{name}}, la même part n’est jamais invitée',
      unclear: 'Dans {{name}}, la part jamais invitée n’est nettement différente à aucune note',
      subtitle:
        'Différence en points de pourcentage, avec son intervalle à 95\u00a0%\u00a0: parmi les profils qui ont pris fin avec une telle note, la part qui a pris fin sans invitation.',
      chart: 'Différences de la part jamais invitée, par note',
    },
    composition: {
      heading: 'Qui est invité',
      more: 'Dans {{name}}, la part de «\u00a0{{group}}\u00a0» parmi les invités augmente le plus\u00a0: {{points}} points de pourcentage',
      fewer:
        'Dans {{name}}, la part de «\u00a0{{group}}\u00a0» parmi les invités diminue le plus\u00a0: {{points}} points de pourcentage',
      same: 'Dans {{name}}, les mêmes personnes sont invitées, autant que ces groupes le disent',
      unclear: 'Dans {{name}}, aucun groupe n’a une part nettement différente des invités',
      subtitle:
        'Différence en points de pourcentage de toutes les personnes invitées, avec son intervalle à 95\u00a0%.',
      chart: 'Différences dans la composition des personnes invitées',
      choose: 'Montrée par',
    },
    narrow: {
      heading: 'Ce que gagne le hasard partagé',
      finding:
        'Le hasard partagé réduit les intervalles à {{ratio}} de leur largeur\u00a0: comme {{times}} fois plus de simulations',
      wider:
        'Le hasard partagé ne gagne rien ici\u00a0: les intervalles font {{ratio}} de ceux de simulations indépendantes',
      none: 'Pas d’intervalle à réduire\u00a0: une seule simulation, ou rien ne varie',
      subtitle:
        'Largeur de l’intervalle à 95\u00a0% de la différence de la note minimale moyenne, par rapport à celui qu’auraient donné autant de simulations indépendantes.',
      value: '{{percent}}\u00a0: ±{{paired}} au lieu de ±{{unpaired}} points',
    },
  },
}
