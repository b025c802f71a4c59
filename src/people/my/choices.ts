import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as bases from '../bases.ts'
import type { Kind } from '../kinds.ts'
import { basisOfYes, type Chosen, chosen, mayChoose, noticesWording, type Objectable, wordingOf } from '../purposes.ts'

/** What a person can say yes or no to on their own page. */
export const choosable = ['notices', ...chosen, 'still_right'] as const satisfies readonly Objectable[]
export type Choosable = (typeof choosable)[number]

/** One kind of message or use, as it stands today. */
export interface Choice {
  readonly purpose: Choosable
  /** `yes`: they said so. `right`: it comes to them by another right. `no`: their no stands. `open`: neither. */
  readonly state: 'yes' | 'right' | 'no' | 'open'
  readonly since: Date | null
  /** The words they said yes to, as they were shown. */
  readonly said: string | null
  /** The words of a yes today; null when there is none to give. */
  readonly words: string | null
}

/** All of them in the order in which they are asked. */
export async function choicesOf(tx: Tx, person: { id: string; kind: Kind }, group: string): Promise<readonly Choice[]> {
  const ledger = (await bases.ledger(tx, person.id)).filter(({ untilAt }) => untilAt === null)
  const noes = new Map((await bases.objections(tx, person.id)).map(({ purpose, at }) => [purpose, at]))
  return choosable.flatMap((purpose) => {
    const held = ledger.find((line) => line.purpose === purpose)
    const no = noes.get(purpose)
    const words = wordsOf(purpose, person.kind, group)
    if (!held && !no && words === null) return []
    const yes = held?.basis === 'consent' || held?.basis === 'explicit_consent'
    const state = no ? 'no' : held ? (yes ? 'yes' : 'right') : 'open'
    return [{ purpose, state, since: no ?? held?.fromAt ?? null, said: held?.wording ?? null, words }]
  })
}

/** The words of a yes; null where there is none to give. Members need none to be called to meetings, but may take a no back. */
function wordsOf(purpose: Choosable, kind: Kind, group: string): string | null {
  if (purpose === 'still_right') return null
  if (purpose === 'notices') return kind === 'member' ? noticesWording(group) : null
  return mayChoose(purpose, kind) ? wordingOf(purpose, group) : null
}

type Answer = { readonly person: { readonly id: string; readonly kind: Kind }; readonly purpose: Choosable }

/** A yes, kept with the words that were shown. */
export async function sayYes(act: Act, { person, purpose }: Answer): Promise<void> {
  const words = wordsOf(purpose, person.kind, act.group.name)
  if (words === null) throw new Refusal('This cannot be chosen here.', 422)
  const basis = purpose === 'notices' ? 'consent' : basisOfYes(purpose as Chosen)
  await bases.give(act, { personId: person.id, purpose, basis, channel: 'my_page', words })
}

/** A no. A yes is taken back; against any other right it is an objection, which stands until they take it back themselves. */
export async function sayNo(act: Act, { person, purpose }: Answer): Promise<void> {
  const held = await bases.standing(act.tx, person.id, purpose)
  const yes = held?.basis === 'consent' || held?.basis === 'explicit_consent'
  if (yes) await bases.end(act, { personId: person.id, purpose, because: 'withdrawn' })
  else await bases.object(act, { personId: person.id, purpose, channel: 'my_page' })
}

/** No to everything at once: every yes is taken back, and the no stands against any later right. */
export async function sayNoToAll(act: Act, personId: string): Promise<void> {
  for (const purpose of choosable) await bases.object(act, { personId, purpose, channel: 'my_page' })
}
