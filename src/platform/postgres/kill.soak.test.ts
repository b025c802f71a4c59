import { expect, test } from 'vitest'
import { lostByProgramKills, lostByServerKills } from '../../../test/lifecycle/kills.ts'
import { aUsedFolder } from '../../../test/lifecycle/programs.ts'

test('twenty kills of the server lose nothing that was acknowledged', async () => {
  expect(await lostByServerKills(aUsedFolder(), 20)).toEqual([])
})

test('twenty kills of the program lose nothing that was acknowledged', async () => {
  expect(await lostByProgramKills(aUsedFolder(), 20)).toEqual([])
})
