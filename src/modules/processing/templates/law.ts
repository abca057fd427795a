import type { Both, Written } from '../../../register/templates/template.ts'

/** When what the templates say of the laws below was last checked. */
export const checkedOn = '2026-11-29'

/** The laws that the templates name, with the last words of their address at Lovdata. */
export const laws = {
  archives: { nb: 'arkivlova', nn: 'arkivlova', at: '2025-06-20-96' },
  bookkeeping: { nb: 'bokføringsloven', nn: 'bokføringslova', at: '2004-11-19-73' },
  buildings: { nb: 'plan- og bygningsloven', nn: 'plan- og bygningslova', at: '2008-06-27-71' },
  childWelfare: { nb: 'barnevernsloven', nn: 'barnevernslova', at: '2021-06-18-97' },
  concession: { nb: 'konsesjonsloven', nn: 'konsesjonslova', at: '2003-11-28-98' },
  crisis: { nb: 'krisesenterlova', nn: 'krisesenterlova', at: '2009-06-19-44' },
  culture: { nb: 'kulturlova', nn: 'kulturlova', at: '2007-06-29-89' },
  elections: { nb: 'valgloven', nn: 'vallova', at: '2023-06-16-62' },
  equality: { nb: 'likestillings- og diskrimineringsloven', nn: 'likestillings- og diskrimineringslova', at: '2017-06-16-51' },
  fire: { nb: 'brann- og eksplosjonsvernloven', nn: 'brann- og eksplosjonsvernlova', at: '2002-06-14-20' },
  graves: { nb: 'gravplassloven', nn: 'gravplasslova', at: '1996-06-07-32' },
  health: { nb: 'helse- og omsorgstjenesteloven', nn: 'helse- og omsorgstenestelova', at: '2011-06-24-30' },
  healthPersonnel: { nb: 'helsepersonelloven', nn: 'helsepersonellova', at: '1999-07-02-64' },
  healthRecords: { nb: 'pasientjournalloven', nn: 'pasientjournallova', at: '2014-06-20-42' },
  healthResearch: { nb: 'helseforskningsloven', nn: 'helseforskingslova', at: '2008-06-20-44' },
  higherEducation: { nb: 'universitets- og høyskoleloven', nn: 'universitets- og høgskulelova', at: '2024-03-08-9' },
  holidays: { nb: 'ferieloven', nn: 'ferielova', at: '1988-04-29-21' },
  housing: { nb: 'boligsosialloven', nn: 'bustadsosiallova', at: '2022-12-20-121' },
  housingSupport: { nb: 'bustøttelova', nn: 'bustøttelova', at: '2012-08-24-64' },
  insurance: { nb: 'folketrygdloven', nn: 'folketrygdlova', at: '1997-02-28-19' },
  integration: { nb: 'integreringsloven', nn: 'integreringslova', at: '2020-11-06-127' },
  kindergartens: { nb: 'barnehageloven', nn: 'barnehagelova', at: '2005-06-17-64' },
  land: { nb: 'jordlova', nn: 'jordlova', at: '1995-05-12-23' },
  libraries: { nb: 'folkebibliotekloven', nn: 'folkebiblioteklova', at: '1985-12-20-108' },
  liquor: { nb: 'alkoholloven', nn: 'alkohollova', at: '1989-06-02-27' },
  municipalities: { nb: 'kommuneloven', nn: 'kommunelova', at: '2018-06-22-83' },
  openness: { nb: 'offentleglova', nn: 'offentleglova', at: '2006-05-19-16' },
  personalData: { nb: 'personopplysningsloven', nn: 'personopplysningslova', at: '2018-06-15-38' },
  pollution: { nb: 'forurensningsloven', nn: 'forureiningslova', at: '1981-03-13-6' },
  procurement: { nb: 'anskaffelsesloven', nn: 'anskaffingslova', at: '2016-06-17-73' },
  propertyRegister: { nb: 'matrikkellova', nn: 'matrikkellova', at: '2005-06-17-101' },
  propertyTax: { nb: 'eigedomsskattelova', nn: 'eigedomsskattelova', at: '1975-06-06-29' },
  researchEthics: { nb: 'forskningsetikkloven', nn: 'forskingsetikklova', at: '2017-04-28-23' },
  schools: { nb: 'opplæringslova', nn: 'opplæringslova', at: '2023-06-09-30' },
  serving: { nb: 'serveringsloven', nn: 'serveringslova', at: '1997-06-13-55' },
  socialServices: { nb: 'sosialtjenesteloven', nn: 'sosialtenestelova', at: '2009-12-18-131' },
  stateEmployees: { nb: 'statsansatteloven', nn: 'statstilsettelova', at: '2017-06-16-67' },
  terrainTraffic: { nb: 'motorferdselloven', nn: 'motorferdsellova', at: '1977-06-10-82' },
  workingEnvironment: { nb: 'arbeidsmiljøloven', nn: 'arbeidsmiljølova', at: '2005-06-17-62' },
} as const satisfies Readonly<Record<string, Both & { readonly at: string }>>

/** A law, and where in it; the law alone where the place is not certain. */
export type Law = readonly [law: keyof typeof laws, place?: string]

export const addressOf = (law: keyof typeof laws): string => `https://lovdata.no/lov/${laws[law].at}`

export const lawWords = (named: readonly Law[], language: Written): string | null =>
  named.length === 0 ? null : named.map(([law, place]) => [laws[law][language], place].filter(Boolean).join(' ')).join(', ')
