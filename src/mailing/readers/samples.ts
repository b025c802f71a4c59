import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { addressOf, type LinkPurpose, linkToken } from '../sending/readerLinks.ts'
import { ANSWERS } from './answerRoutes.tsx'
import { ANSWERS_FILE, LETTER_ANSWERS } from './answersRoutes.tsx'
import { FEED } from './letterFeed.tsx'
import { LETTER } from './letterPageRoutes.tsx'
import { ASK_ONCE } from '../stillRight/officeRoutes.tsx'
import { STILL_RIGHT } from '../stillRight/readerRoutes.tsx'
import { PREFERENCES } from './preferenceRoutes.tsx'
import { UNSUBSCRIBE } from './unsubscribeRoutes.tsx'

const visitor = (route: string, address = route): Sample => ({ route, address, as: 'visitor' })
const officer = (route: string, address = route): Sample => ({ route, address, as: 'officer' })

/** What readers do by the links of a letter and read on the website, and what officers see of it, as far as a letter went out. */
export async function readerSamples(tx: Tx, secret: string): Promise<readonly Sample[]> {
  const { rows } = await sql<Found>`
    select platform.current_group() as "groupId", l.id, l.slug, l.shown, d.id as delivery
    from mailing.letter l join lateral (
      select id from mailing.delivery where letter_id = l.id and person_id is not null order by id limit 1) d on true
    where l.filled_at is not null
    order by exists (select from mailing.answer a where a.letter_id = l.id) desc, l.made_at desc limit 3`.execute(tx)
  const [newest] = rows
  return [
    visitor('/letters'),
    visitor(FEED),
    officer('/my/letters'),
    officer(ASK_ONCE),
    ...(newest ? ofLinks(newest, secret) : []),
    ...(newest ? ofAnswers(newest) : []),
    ...rows.flatMap(({ slug, shown }) =>
      slug === null || shown === 'no' ? [] : [(shown === 'public' ? visitor : officer)(LETTER, `/letters/${slug}`)],
    ),
  ]
}

interface Found {
  readonly groupId: number
  readonly id: string
  readonly slug: string | null
  readonly shown: string
  readonly delivery: string
}

function ofLinks({ groupId, delivery: deliveryId }: Found, secret: string): readonly Sample[] {
  const link = (purpose: LinkPurpose) => addressOf('', purpose, linkToken(purpose, { groupId, deliveryId }, secret))
  return [
    visitor(UNSUBSCRIBE, link('unsubscribe')),
    visitor(PREFERENCES, link('preferences')),
    visitor(STILL_RIGHT, `${link('still-right')}?say=no`),
    visitor(ANSWERS, `${link('answers')}?say=yes`),
    visitor(`${ANSWERS}/thanks`, `${link('answers')}/thanks`),
  ]
}

const ofAnswers = ({ id }: Found): readonly Sample[] => [
  officer(LETTER_ANSWERS, `/office/letters/${id}/answers`),
  officer(ANSWERS_FILE, `/office/letters/${id}/answers.csv`),
  officer(ANSWERS_FILE, `/office/letters/${id}/words.csv`),
]
