import type { Translation } from '../translation.ts'
import type { en } from './en.ts'

/** French texts of the page Record. */
export const fr: Translation<typeof en> = {
  title: 'Bilan',
  question: 'Ces prévisions se sont-elles vérifiées?',
  lead: 'Les rondes publiées depuis le {{from}} sont prédites ici d’après ce qu’on savait avant elles, puis comparées à ce qui s’est passé. Toutes les prédictions sont montrées, les mauvaises aussi.',
  toFit: 'Comment s’ajuste le bassin sur lequel elles reposent, et ce qui est supposé',
  overall:
    '{{ahead}}, l’écart moyen est de {{points}} sur {{draws}} qui avaient une dernière note minimale, PCP à part; la reprendre donne {{last}}.',
  draws_one: '{{count, number}} ronde',
  draws_many: '{{count, number}} de rondes',
  draws_other: '{{count, number}} rondes',
  points_one: '{{count, number}} point',
  points_many: '{{count, number}} de points',
  points_other: '{{count, number}} points',
  percentPoints_one: '{{count, number}} point de pourcentage',
  percentPoints_many: '{{count, number}} de points de pourcentage',
  percentPoints_other: '{{count, number}} points de pourcentage',
  days_one: '{{count, number}} jour',
  days_many: '{{count, number}} de jours',
  days_other: '{{count, number}} jours',
  source: 'IRCC, rondes d’invitations jusqu’au {{date}}; prédictions du moteur {{version}}',
  choose: 'Ce qui est montré',
  stream: 'Volet',
  aheadLabel: 'Prédit',
  ahead: {
    draw: 'Une ronde à l’avance, taille connue',
    days_one: '{{count, number}} jour à l’avance',
    days_many: '{{count, number}} de jours à l’avance',
    days_other: '{{count, number}} jours à l’avance',
  },
  cutoffs: {
    heading: 'Prédit et réel',
    finding:
      '{{ahead}}, l’écart moyen sur la note minimale du volet {{stream}} est de {{points}}; reprendre la dernière note donne {{last}}',
    alone: '{{ahead}}, l’écart moyen sur la note minimale du volet {{stream}} est de {{points}}',
    repeated:
      '{{ahead}}, l’écart moyen sur la note minimale du volet {{stream}} est de {{points}}\u00a0: la prédiction reprend la dernière note',
    none: '{{ahead}}, aucune ronde du volet {{stream}} n’a été prédite',
    subtitle:
      'Plus basse note du SCG invitée à chaque ronde du volet {{stream}}, et ce qui était prédit pour elle. {{draws}}.',
    chart:
      'Graphique des notes minimales prédites et réelles du volet {{stream}}. {{title}}. Les données sont dans le tableau ci-dessous.',
    actualEnd: 'Réelle {{cutoff}}',
    predictedEnd: 'Prédite {{cutoff}}',
    unseen: 'Inconnues à la conception du modèle',
    tip: '{{date}}\u00a0: réelle {{actual}}, prédite {{predicted}} ({{most}}), dernière note {{last}}',
    tipShort: '{{actual}}, prédite {{predicted}} ({{most}})',
  },
  legend: {
    label: 'Comment lire le graphique',
    published: 'Réelle',
    median: 'Prédite (médiane)',
    half: 'Bande à 50\u00a0%',
    most: 'Bande à 80\u00a0%',
    last: 'La dernière note reprise',
  },
  drawsTable: {
    heading: 'Ronde par ronde',
    finding_one:
      'Sur {{count, number}} note minimale du volet {{stream}}, {{most}} dans la bande à 80\u00a0%, {{half}} dans celle à 50\u00a0%',
    finding_many:
      'Sur {{count, number}} notes minimales du volet {{stream}}, {{most}} dans la bande à 80\u00a0%, {{half}} dans celle à 50\u00a0%',
    finding_other:
      'Sur {{count, number}} notes minimales du volet {{stream}}, {{most}} dans la bande à 80\u00a0%, {{half}} dans celle à 50\u00a0%',
    subtitle:
      'La plus récente d’abord. Écart = prédite moins réelle, en points; positif, la prédiction est trop haute.',
    predicted: 'Prédite (bande à 80\u00a0%)',
    actual: 'Réelle',
    last: 'Dernière note',
    error: 'Écart',
  },
  skill: {
    heading: 'Par volet',
    finding_one: '{{ahead}}, la reprise de la dernière note est battue dans {{better}} volet sur {{count, number}}',
    finding_many: '{{ahead}}, la reprise de la dernière note est battue dans {{better}} volets sur {{count, number}}',
    finding_other: '{{ahead}}, la reprise de la dernière note est battue dans {{better}} volets sur {{count, number}}',
    none: '{{ahead}}, il n’y a encore rien à comparer',
    subtitle:
      'Gain\u00a0: 0\u00a0% = pas mieux que reprendre la dernière note, 100\u00a0% = jamais d’erreur, négatif = pire. Écart de la prédiction, écart de la dernière note et CRPS en points; les rondes sans dernière note connue ne comptent ni dans son écart ni dans le gain.',
    all: 'Tous les volets',
    withoutPnp: 'Tous sauf le PCP',
    mae: 'Écart',
    last: 'Dernière note',
    skill: 'Gain',
    half: 'Dans la bande à 50\u00a0%',
    most: 'Dans la bande à 80\u00a0%',
    crps: 'CRPS',
  },
  years: {
    heading: 'Par année',
    finding:
      '{{stream}}\u00a0: l’écart est le plus petit en {{bestYear}} ({{best}}) et le plus grand en {{worstYear}} ({{worst}})',
    single: '{{stream}}\u00a0: une seule année, {{year}}, avec un écart moyen de {{points}}',
    none: '{{stream}}\u00a0: aucune année à montrer',
    subtitle: '{{ahead}}. Années civiles; écarts et CRPS en points.',
    year: 'Année',
  },
  reliability: {
    heading: 'Probabilités annoncées et faits',
    finding:
      '{{stream}}, dans les {{days}}\u00a0: entre ce qui était annoncé et ce qui s’est produit, l’écart moyen est de {{gap}}',
    none: '{{stream}}\u00a0: aucune probabilité n’a été annoncée',
    subtitle:
      'Énoncés «\u00a0une note de {{low}} à {{high}} est invitée dans les {{days}}\u00a0», faits à {{origins}} dates. Points\u00a0: part qui s’est vérifiée; leur taille et leur chiffre\u00a0: nombre d’énoncés. Sur la diagonale, la probabilité annoncée est tenue.',
    chart: 'Diagramme de fiabilité. {{title}}. Les données sont dans le tableau ci-dessous.',
    window: 'Invité dans les',
    stated: 'Probabilité annoncée',
    observed: 'S’est vérifiée',
    from: 'Probabilité de',
    to: 'à',
    n: 'Énoncés',
    brier:
      'Score de Brier, l’erreur quadratique moyenne d’une probabilité annoncée (0 = jamais d’erreur)\u00a0: {{brier}}. «\u00a0Oui, si la note atteint la dernière note minimale\u00a0» obtient {{last}}, une marche aléatoire à partir d’elle {{walk}}.',
    verdict: {
      both: 'Plus bas vaut mieux\u00a0: la prévision bat les deux.',
      lastOnly: 'Plus bas vaut mieux\u00a0: la prévision bat la dernière note, non la marche aléatoire.',
      walkOnly: 'Plus bas vaut mieux\u00a0: la prévision bat la marche aléatoire, non la dernière note.',
      neither: 'Plus bas vaut mieux\u00a0: la prévision ne bat ni l’une ni l’autre.',
    },
  },
  fails: {
    title: 'Où cela échoue, et pourquoi',
    largest: '{{ahead}}\u00a0: les plus grands écarts',
    tooHigh: '{{date}}, {{stream}}\u00a0: prédite {{predicted}}, réelle {{actual}}, {{points}} de trop.',
    tooLow: '{{date}}, {{stream}}\u00a0: prédite {{predicted}}, réelle {{actual}}, {{points}} trop bas.',
    why: {
      unknown: 'Aucune note minimale de son volet n’était encore connue.',
      pause: '{{days}} après la précédente.',
      size: 'Taille de {{size}} après {{before}}.',
      jump: 'La note minimale s’était éloignée de {{points}} de la dernière connue.',
      nothing: 'Rien dans le bilan ne la distingue.',
    },
    without: 'Pas mieux que reprendre la dernière note\u00a0: {{streams}}.',
    none: 'Aucun volet n’a été prédit moins bien qu’en reprenant la dernière note.',
    uncompared: 'Sans dernière note à laquelle comparer\u00a0: {{streams}}.',
    repeated: 'Seule la dernière note est montrée, car rien ne l’a battue\u00a0: {{streams}}.',
    bandsKept:
      'Les bandes à 80\u00a0% contenaient {{share}} des notes minimales, PCP à part\u00a0: à peu près ce qu’elles promettent.',
    bandsNarrow:
      'Les bandes à 80\u00a0% ne contenaient que {{share}} des notes minimales, PCP à part\u00a0: elles sont trop étroites.',
    bandsWide:
      'Les bandes à 80\u00a0% contenaient {{share}} des notes minimales, PCP à part\u00a0: elles sont plus larges qu’il ne faut.',
    pnp: 'Les notes minimales du PCP (candidats des provinces) tiennent presque du bruit\u00a0: elles dépendent des candidats désignés qui se trouvent dans le bassin cette semaine-là. La prévision montrée pour elles est la dernière note minimale, avec une largeur tirée des écarts passés.',
  },
  method: {
    title: 'Comment c’est mesuré',
    origin:
      'L’horloge est remise avant chaque ronde, et une prédiction n’utilise que ce qui s’était produit jusque-là\u00a0: les rondes antérieures, les effectifs antérieurs du bassin, les règles de ce jour. Elle ne regarde jamais en avant. On appelle cela une origine mobile.',
    replay:
      '«\u00a0Une ronde à l’avance, taille connue\u00a0» demande\u00a0: une ronde de ce volet et de cette taille se tient maintenant; où est sa note minimale? Cela met à l’épreuve l’image du bassin.',
    forecast:
      '«\u00a030 jours à l’avance\u00a0» et plus demande ce que demande un candidat\u00a0: la taille de la ronde et toutes les rondes d’ici là sont inconnues et doivent être prévues aussi.',
    interval:
      'Une bande promet une part. Sur toutes les bandes à 80\u00a0%, 8 sur 10 devraient contenir la note réelle\u00a0: moins, c’est trop d’assurance; plus, c’est trop vague.',
    crps: 'Le CRPS est l’erreur de toute la distribution, en points\u00a0: une médiane éloignée coûte, des bandes trop larges aussi.',
    overlap:
      'Les énoncés de probabilité se chevauchent par leurs notes et leurs dates\u00a0: des milliers d’énoncés font bien moins d’épreuves indépendantes.',
    inView:
      'Les quelques paramètres généraux du modèle ont été choisis en connaissant les rondes de 2022 à 2025. Seules les rondes postérieures au {{date}} sont une épreuve que personne n’a vue.',
    unseenNone: 'Ce bilan n’en contient encore aucune.',
    unseen:
      'À ce jour {{draws}}, PCP à part, une ronde à l’avance\u00a0: écart moyen de {{points}}; en reprenant la dernière note, {{last}}.',
  },
}
