import { createPrivateKey, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { newKeyPair } from '../../src/mailing/sending/signingKeys.ts'
import type { GroupContext } from '../../src/platform/slice.ts'
import { inChild } from '../children.ts'
import { get, type Place } from '../place.ts'
import type { Plan } from '../plan.ts'
import { decidedLetter, DOMAIN, openPost, type Post, sentSoFar, untilSent, wordsOf } from '../post.ts'
import { ownTime, peakMemory, processorTime } from '../processes.ts'
import { interleaved, median } from '../rounds.ts'
import type { Figure } from '../table.ts'
import { takenBy } from '../sink.ts'
import { queueing } from './queueing.ts'

const SIGNATURES = 200
const [WARM, NODEMAILER_MOST, CONNECTIONS] = [500, 5000, 8]
const MB = 1024 * 1024

/** A letter to many: what one costs beside nodemailer, what pages cost meanwhile, and how fast all of them are written down. */
export async function letters(around: Place, plan: Plan): Promise<Figure[]> {
  const post = await openPost(around, { name: 'post', port: 4185 })
  try {
    const few = await post.group('few', WARM)
    const first = await decidedLetter(few)
    await untilSent(few, first) // warm
    const all = await post.group('all', plan.readers)
    const figures = await sending(post, plan, { all, sample: await wordsOf(few, first) })
    figures.push(...(await pagesMeanwhile(post, plan, all)))
    return [...figures, ...(await queueing(post, plan))]
  } finally {
    await post.close()
  }
}

/** Processor time of program and database for one whole letter to all: ms; and the time that passed. */
async function sendOne({ place }: Post, context: GroupContext): Promise<{ cpu: number; seconds: number; own: number }> {
  const [own] = place.pids()
  const [before, ownBefore, since] = [processorTime(place.pids()), ownTime(own!), performance.now()]
  await untilSent(context, await decidedLetter(context))
  const seconds = (performance.now() - since) / 1000
  return { cpu: processorTime(place.pids()) - before, own: ownTime(own!) - ownBefore, seconds }
}

type Sample = Awaited<ReturnType<typeof wordsOf>>

async function sending(
  post: Post,
  plan: Plan,
  { all, sample }: { all: GroupContext; sample: Sample },
): Promise<Figure[]> {
  const { readers } = plan
  const key = (await newKeyPair()).privateKey
  const dkim = { domainName: DOMAIN, keySelector: 'bench', privateKey: key }
  const messages = Math.min(readers, NODEMAILER_MOST)
  const [sent, own, mailed]: [number[], number[], number[]] = [[], [], []]
  const before = await takenBy(post.sink)
  const raw = await interleaved(plan.letterRounds, {
    nodemailer: async () => {
      const { answer } = await inChild('nodemailer', { port: post.sink, messages, dkim, ...sample })
      mailed.push(answer.perSecond)
      return answer.cost
    },
    program: async () => {
      const one = await sendOne(post, all)
      sent.push(readers / one.seconds)
      own.push(one.own / readers)
      return one.cpu / readers
    },
  })
  const after = await takenBy(post.sink)
  const [mine, theirs] = [median(raw['program']!), median(raw['nodemailer']!)]
  const size = (after.bytes - before.bytes) / (after.messages - before.messages) / 1024
  const signing = { name: 'An RSA-2048 signature alone', value: costOfSigning(key), unit: 'ms' }
  return [
    signing,
    {
      name: `A signed letter to ${readers}: CPU of program and database a letter`,
      value: mine,
      unit: 'ms',
      target: 1.5,
      note: `the program's own ${median(own).toFixed(2)}; ${size.toFixed(1)} KB; nodemailer with DKIM ${theirs.toFixed(2)} without any database`,
      raw: { ...raw, own },
    },
    {
      name: 'Letters a second of CPU: times nodemailer with DKIM',
      value: theirs / mine,
      unit: '×',
      target: 2,
      least: true,
    },
    {
      name: 'Letters a second',
      value: median(sent),
      unit: 'letters/s',
      note: `nodemailer ${median(mailed).toFixed(0)}, on the same clock`,
      raw: { sent, mailed },
    },
    {
      name: 'Sending: peak memory of the program',
      value: peakMemory(post.place.pids()[0]!) / MB,
      unit: 'MB',
      target: 200,
    },
  ]
}

/** What a signature alone takes on this machine: no letter is quicker, and processors differ by three times. */
function costOfSigning(pem: string): number {
  const key = createPrivateKey(pem) // read once, as the program does
  const [words, before] = [Buffer.alloc(1000, 65), process.cpuUsage()]
  for (let turn = 0; turn < SIGNATURES; turn++) sign('sha256', words, key)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / SIGNATURES
}

/** A kept page, asked for as fast as it comes, before a letter and while one goes out. */
async function pagesMeanwhile({ place }: Post, plan: Plan, all: GroupContext): Promise<Figure[]> {
  const host = `${all.group.slug}.localhost`
  for (let turn = 0; turn < 3; turn++) await get(place, { host, path: '/' })
  const load = { port: place.port, host, path: '/', headers: {}, connections: CONNECTIONS }
  const once = async (requests: number): Promise<{ perSecond: number; cpu: number }> => {
    const before = processorTime(place.pids())
    const { answer: seconds } = await inChild('load', { ...load, requests })
    return { perSecond: requests / seconds, cpu: processorTime(place.pids()) - before }
  }
  await once(plan.cachedRequests)
  const alone = await once(plan.cachedRequests)
  const id = await decidedLetter(all)
  while (!(await sentSoFar(all, id))) await sleep(20)
  await get(place, { host, path: '/' })
  const [sent, since] = [await sentSoFar(all, id), performance.now()]
  const meanwhile = await once(plan.cachedRequests)
  const [left, seconds] = [(await sentSoFar(all, id)) - sent, (performance.now() - since) / 1000]
  await untilSent(all, id)
  return [
    {
      name: 'Kept pages while a letter goes out: share of their rate',
      value: (meanwhile.perSecond / alone.perSecond) * 100,
      unit: '%',
      target: 80,
      least: true,
      note: `${alone.perSecond.toFixed(0)} a second before, ${meanwhile.perSecond.toFixed(0)} meanwhile, with ${(left / seconds).toFixed(0)} letters a second beside them`,
      raw: { alone, meanwhile, left, seconds },
    },
  ]
}
