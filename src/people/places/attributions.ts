/** What the licences ask to be said on the page where people look places up. */
export interface Attribution {
  readonly sentence: string
  readonly source: { readonly name: string; readonly href: string }
  readonly licence: { readonly name: string; readonly href: string }
}

/** The wording is that of `reference/PROVENANCE.md`. CC BY 4.0 §3(a)(1) also asks to say that the material was changed. */
export const ATTRIBUTIONS: readonly Attribution[] = [
  {
    sentence: 'Constituencies of postcodes and their overlap with councils by mySociety, packed anew by Backbench.',
    source: { name: 'mySociety', href: 'https://github.com/mysociety/2025-constituencies' },
    licence: { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
  },
  {
    sentence:
      'Contains OS data © Crown copyright and database right 2023. Contains Royal Mail data © Royal Mail copyright and database right 2023. Contains National Statistics data © Crown copyright and database right 2023.',
    source: { name: 'Code-Point Open', href: 'https://www.ordnancesurvey.co.uk/products/code-point-open' },
    licence: {
      name: 'Open Government Licence v3.0',
      href: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  },
]
