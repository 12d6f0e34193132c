/** English texts of the page About; loaded with the page. `fr.ts` has the same keys or does not compile. */
export const en = {
  title: 'About',
  question: 'What is assumed, what is known, how old is the data?',
  lead: 'This is a simulator of Express Entry: a pool of synthetic people of the real size, the ranking points as they were on each date, and draws that invite from the top. It shows what would follow from stated assumptions. It does not know the future.',
  knownTitle: 'What is known',
  known: {
    draws: 'Every draw IRCC published until {{date}}, with its size, cutoff and tie-break.',
    pool: 'The size of the pool by score band, as published beside the draws. The synthetic pool reproduces each published band exactly at the start.',
    rules: 'The ranking points in force from {{pointsFrom}}, and those before them since 2015.',
  },
  assumedTitle: 'What is assumed',
  assumed: {
    people:
      'Age, education, language and family of the people in the pool are not published. They are drawn from stated distributions and then fitted to what is published.',
    flows: 'How many people arrive, leave, decline or let an invitation lapse each day follows recent practice.',
    life: 'What happens to people while they wait is assumed as well: years of work, better or expired language tests, nominations, marriages. Scores rise and fall with it.',
    schedule: 'The dates and sizes of draws to come are those of the scenario. IRCC decides them draw by draw.',
  },
  toFit: 'How the pool fits what is published, and every assumption with what it leans on',
  lawTitle: 'What this cannot tell you',
  law: 'New ranking points took effect on {{newFrom}}: people with Canadian work or a job offer in listed high-wage occupations receive points. The number of points and the list of occupations could not be read where this was made, so they are not simulated. Whatever a simulated date or a score from {{newFrom}} on says here, it is not current law.',
  dataTitle: 'How old the data is',
  dataText_one: 'The newest published draw known here was held on {{date}}, {{count, number}} day ago.',
  dataText_other: 'The newest published draw known here was held on {{date}}, {{count, number}} days ago.',
  dataOld: 'That is more than {{days, number}} days: read today’s pool and cutoffs with care.',
  dataSource:
    'Source: Immigration, Refugees and Citizenship Canada (IRCC), Express Entry rounds of invitations. Retrieved on {{date}}.',
  adviceTitle: 'Not advice, not official',
  advice:
    'This project is independent. It is not made, checked or endorsed by the Government of Canada. Nobody in the pool is real. For a decision about your life, use canada.ca or ask an authorised representative.',
  citeTitle: 'How to cite',
  citeText:
    'Name the scenario, the seed and the engine version: together they give the same run again, to the last person.',
  cite: 'Express Entry simulator, engine {{version}}, published data to {{date}}, scenario and seed as shown on the page.',
} as const
