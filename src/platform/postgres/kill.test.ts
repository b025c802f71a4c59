import { expect, test } from 'vitest'
import { lostByProgramKills, lostByServerKills } from '../../../test/lifecycle/kills.ts'
import { aUsedFolder } from '../../../test/lifecycle/programs.ts'

test('killing the server while people write loses nothing that was acknowledged, and the program goes on', async () => {
  expect(await lostByServerKills(aUsedFolder(), 5)).toEqual([])
})

test('killing the program while people write ends its server and loses nothing that was acknowledged', async () => {
  expect(await lostByProgramKills(aUsedFolder(), 5)).toEqual([])
})
