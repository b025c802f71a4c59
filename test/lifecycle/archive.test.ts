import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anInstallation, Commanded, fill, troubleAfterArchiveKills, troubleAfterRestoreKills } from './archives.ts'
import { aDataFolder, mayMount, onSmallDisk } from './programs.ts'

test('archives that are killed at random moments leave no half one under its name', { timeout: 600_000 }, async () => {
  expect(await troubleAfterArchiveKills(3)).toEqual([])
})

test('restores that are killed at random moments leave the whole group or nothing', { timeout: 600_000 }, async () => {
  expect(await troubleAfterRestoreKills(3)).toEqual([])
})

test('a disk that is full half-way through an archive is told in a sentence, and nothing of it stays', async () => {
  const [here, above] = [await anInstallation(), aDataFolder()]
  const folder = join(above, 'disk')
  mkdirSync(folder, { recursive: true })
  await fill(here)

  const archiving = new Commanded(here.dataDir, ['archive', '--to', folder], littleRoom(folder))

  expect(await archiving.end()).toBe(1)
  expect(archiving.stderr.trim().split('\n').at(-1)).toBe(
    `There is no room for the archive in ${folder}: it was not kept. Make room, or choose another folder.`,
  )
  expect(archiving.stdout.trim()).toBe('')
})

/** A disk of a megabyte; where nobody may mount one, files that may not grow beyond it (setrlimit(2)). Then it lists what is left. */
function littleRoom(folder: string): string[] {
  if (mayMount())
    return [...onSmallDisk(folder, 'size=1m'), 'sh', '-c', `"$@"; code=$?; ls -A "${folder}"; exit $code`, 'sh']
  return ['sh', '-c', `trap "" XFSZ; ulimit -f 2048; "$@"; code=$?; ls -A "${folder}"; exit $code`, 'sh']
}
