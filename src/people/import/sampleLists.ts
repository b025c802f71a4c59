import { Readable } from 'node:stream'
import type { GroupContext } from '../../platform/slice.ts'
import * as imports from './imports.ts'
import { bringChecked, readMatched, takeIn } from './sending.ts'

const CAME_IN = `Name,Email,Postcode,Type,Joined
Morwenna Hale,morwenna.hale@example.org,SY1 1AA,Member,3 May 2023
"Tull, Desmond",desmond.tull@example.org,SY2 6AL,Supporter,14/02/2024
Ifeoma Okonjo,ifeoma.okonjo@example.org,,Member,2024-11-09
`
const WAITS = `Membership No,First name,Surname,E-mail,Tel.,Post Code,Type,Joined,OK to email?
0101,Ruth,Carrow,ruth.carrow at example.org,01632 960 123,SY1 1AA,Member,12/07/2019,Y
0102,Desmond,Tull,desmond.tull@example.org,01632 960 456,sy26al,Supporter,14/02/2024,N
0103,Petra,Lind,petra.lind@example.org,,SY3 7FA,Member,31/02/2020,Yes - paper form at the spring walk
0104,Alun,Reese,alun.reese@example.org,,,Member,9 Sept 2021,Y
`
const SENT = `Who,Contact,Where
Jo Fennick,jo.fennick@example.org,Hexley
`

/** Lists of the sample group: one that came in, one to be checked, one whose columns are to be matched. All are invented. */
export async function giveSampleLists(context: GroupContext): Promise<void> {
  const came = await read(context, { fileName: 'spring-walk.csv', text: CAME_IN })
  await bringChecked(context, came)
  await read(context, { fileName: 'members-2025.csv', text: WAITS })
  await send(context, { fileName: 'stall.csv', text: SENT })
}

interface SampleList {
  readonly fileName: string
  readonly text: string
}

async function read(context: GroupContext, list: SampleList): Promise<imports.MemberImport> {
  const id = await send(context, list)
  const one = await context.act(async (act) => {
    const begun = await imports.lock(act, id)
    await imports.match(act, begun, begun)
    return begun
  })
  await readMatched(context, one)
  return (await context.read((tx) => imports.find(tx, id)))!
}

async function send(context: GroupContext, { fileName, text }: SampleList): Promise<string> {
  const { files } = context.services
  const { sha256 } = await files.store(context.group.id, Readable.from([Buffer.from(text)]), 100_000)
  return takeIn(context, { fileName, sha256, pasted: false })
}
