import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { undo } from '../platform/undo.ts'
import { fromMarkdown } from './document/index.ts'
import * as documents from './documents.ts'

const installation = testInstallation()
const body = fromMarkdown('The weir is open.')

test('a text that was saved without a change keeps its version', async () => {
  const { act } = installation.context(await aGroup(installation))
  const id = await act((a) => documents.create(a, { title: 'The weir', body }))
  const again = {
    ...body,
    content: body.content!.map((block) => ({ ...block, attrs: { ...block.attrs, id: 'another' } })),
  }

  const number = await act((a) => documents.revise(a, { documentId: id, basedOn: 1, title: 'The weir', body: again }))

  expect(number).toBe(1)
})

test('of two people who save at once, the second is told, and nothing of the first is lost', async () => {
  const { act, read } = installation.context(await aGroup(installation))
  const id = await act((a) => documents.create(a, { title: 'The weir', body }))
  await act((a) => documents.revise(a, { documentId: id, basedOn: 1, title: 'The old weir', body }))

  const second = act((a) => documents.revise(a, { documentId: id, basedOn: 1, title: 'The new weir', body }))

  await expect(second).rejects.toThrow('Somebody else saved this text')
  expect((await read((tx) => documents.findVersion(tx, { documentId: id })))?.title).toBe('The old weir')
})

test('a removed document leaves no words behind, and undo brings every version back', async () => {
  const { act, read } = installation.context(await aGroup(installation))
  const id = await act((a) => documents.create(a, { title: 'The weir', body }))
  await act((a) => documents.revise(a, { documentId: id, basedOn: 1, title: 'The old weir', body }))

  const removal = await act(async (a) => {
    await documents.remove(a, id)
    return a.id
  })

  expect(await read((tx) => documents.listVersions(tx, id))).toEqual([])
  await act((a) => undo(a, removal))
  expect((await read((tx) => documents.listVersions(tx, id))).map(({ title }) => title)).toEqual([
    'The old weir',
    'The weir',
  ])
})
