import type { OfficeLetter } from './officeLetter.ts'

/** Something without which a letter does not go out, and where it is mended. */
export interface Blocker {
  readonly sentence: string
  readonly mend: { readonly label: string; readonly href: string }
}

interface Facts {
  readonly letter: Pick<OfficeLetter, 'id' | 'subject' | 'hasWords'>
  readonly imprint: { readonly name: string; readonly address: string }
  /** How many would get it. */
  readonly readers: number
}

type Imprint = Facts['imprint']

/** A letter to many says at its end who promotes it (Elections Act 2022, part 6). */
export const noImprint: Blocker = {
  sentence: 'The law asks who promotes it, by name and postal address. The group has not said so yet.',
  mend: { label: 'Enter the imprint', href: '/office/settings#about' },
}
export const hasImprint = ({ name, address }: Imprint): boolean => name.trim() !== '' && address.trim() !== ''

/** Everything that stands in the way, in the order in which it is mended. */
export function blockersOf({ letter, imprint, readers }: Facts): readonly Blocker[] {
  const home = `/office/letters/${letter.id}`
  const all: readonly (Blocker & { readonly when: boolean })[] = [
    {
      when: !letter.hasWords,
      sentence: 'There is nothing in it yet.',
      mend: { label: 'Write it', href: home },
    },
    {
      when: letter.subject.trim() === '',
      sentence: 'It has no subject.',
      mend: { label: 'Give it one', href: home },
    },
    { when: !hasImprint(imprint), ...noImprint },
    {
      when: readers === 0,
      sentence: 'Nobody would get it.',
      mend: { label: 'See who and why', href: `${home}/audience` },
    },
  ]
  return all.filter(({ when }) => when).map(({ sentence, mend }) => ({ sentence, mend }))
}
