import { expect, test } from 'vitest'
import { lostByProgramKills, lostByServerKills } from '../../../test/lifecycle/kills.ts'
import { aDataFolder } from '../../../test/lifecycle/programs.ts'

test('twenty kills of the server lose nothing that was acknowledged', async () => {
  expect(await lostByServerKills(aDataFolder(), 20)).toEqual([])
})

test('twenty kills of the program lose nothing that was acknowledged', async () => {
  expect(await lostByProgramKills(aDataFolder(), 20)).toEqual([])
})
