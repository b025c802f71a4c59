import type { Act } from '../../platform/act.ts'
import { dayOf } from '../../platform/time.ts'
import { civilDayWords } from '../../ui/words.ts'
import { tell } from '../factors/letters.ts'
import { dueOn } from './clock.ts'
import { type Outcome, requestNames } from './requestKinds.ts'
import type { DataRequest } from './requests.ts'

interface About {
  readonly request: DataRequest
  readonly origin: string
}

/** What somebody asked is named in the letter, and nothing of what is held about them. */
export const tellReceived = (act: Act, { request, origin }: About): Promise<void> =>
  tell(act, request.personId, {
    subject: `We have your request: ${nameOf(request)}`,
    body: `Your ${nameOf(request)} came to us on ${civilDayWords(request.receivedOn)}. You get an answer by ${dueWords(act, request)}.

${lookHere(origin, request)}

If this was not you, tell us: answer this letter or write to the group.`,
  })

export const tellQuestion = (act: Act, about: About & { readonly question: string }): Promise<void> =>
  tell(act, about.request.personId, {
    subject: `A question about your ${nameOf(about.request)}`,
    body: `So that we do the right thing, we need to ask you something:

${about.question}

The time in which we must answer stands still until you tell us.

${lookHere(about.origin, about.request)}`,
  })

export const tellMoreTime = (act: Act, about: About & { readonly why: string }): Promise<void> =>
  tell(act, about.request.personId, {
    subject: `Your ${nameOf(about.request)} takes longer`,
    body: `You get our answer by ${dueWords(act, { ...about.request, extended: true })}, two months later than we said. This is why:

${about.why}

If you think this is not right, you can complain to us, or to the Information Commissioner's Office (ico.org.uk).

${lookHere(about.origin, about.request)}`,
  })

export const tellAnswer = (act: Act, about: About & { readonly outcome: Outcome }): Promise<void> =>
  tell(act, about.request.personId, {
    subject: `Our answer to your ${nameOf(about.request)}`,
    body: `${about.outcome === 'done' ? 'We have done what you asked, or answered it.' : 'We have not done what you asked.'} Sign in to read our answer${about.request.kind === 'access' && about.outcome === 'done' ? ' and to get your copy' : ''}:

${origins(about)}
${about.outcome === 'refused' ? "\nIf you think this is not right, you can complain to us, or to the Information Commissioner's Office (ico.org.uk).\n" : ''}`,
  })

const nameOf = ({ kind }: DataRequest): string => requestNames[kind].toLowerCase()
const dueWords = (act: Act, request: DataRequest): string => civilDayWords(dueOn(request, dayOf(act)))
const origins = ({ origin, request }: About): string => `${origin}/my/requests/${request.id}`
const lookHere = (origin: string, request: DataRequest): string =>
  `You can see how far it is here:\n\n${origins({ origin, request })}`
