import { setTimeout as sleep } from 'node:timers/promises'
import { cookieOf, post } from '../posting.ts'
import { type Started, address } from './npmStart.ts'

/** A signed-in officer at a program that may be killed at any moment. */
export interface Officer {
  readonly cookie: string
  /** addresses of the people whose appointment was answered with a redirect, that is: acknowledged */
  readonly appointed: string[]
}

/** Sets up a group through the one-time address and answers its first officer. */
export async function setUpGroup(started: Started): Promise<Officer> {
  const home = await address(started)
  const path = /\/set-up\/\S+/.exec(started.stdout())?.[0] ?? ''
  const form = { name: 'Fair Ferries', colour: 'ink', officer_name: 'Ada Lund', officer_email: 'ada@ferries.example' }
  const response = await post(home + path, form)
  if (response.status !== 303) throw new Error(`Setting up was answered with ${response.status}.`)
  return { cookie: cookieOf(response), appointed: [] }
}

/** Appoints one person after another until told to stop; while nobody answers it tries the next one. */
export async function keepAppointing(officer: Officer, home: string, stop: AbortSignal): Promise<void> {
  for (let number = 0; !stop.aborted; number++) {
    const email = `person-${officer.appointed.length}-${number}@ferries.example`
    const answer = await appoint(officer, home, email).catch(() => undefined)
    if (answer === 303) officer.appointed.push(email)
    else await sleep(20)
  }
}

async function appoint({ cookie }: Officer, home: string, email: string): Promise<number> {
  const { status } = await post(`${home}/office/officers`, { name: 'Somebody', email, role: 'treasurer' }, cookie)
  return status
}

/** Which of the acknowledged appointments the list of officers does not show. */
export async function notListed({ cookie, appointed }: Officer, home: string): Promise<string[]> {
  const response = await fetch(`${home}/office/officers`, { headers: { cookie } })
  const page = await response.text()
  if (response.status !== 200) throw new Error(`The list of officers was answered with ${response.status}.`)
  return appointed.filter((email) => !page.includes(email))
}
