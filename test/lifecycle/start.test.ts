import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { address, goneWithServer, npmStart, programOf } from './npmStart.ts'
import { aDataFolder, aUsedFolder, serverOf } from './programs.ts'

test('npm start ends with the address, and the site answers there', async () => {
  const home = await address(npmStart(aDataFolder()))

  expect((await fetch(`${home}/healthz`)).status).toBe(200)
})

test('a port that another program uses is said in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const bound = other.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0

  const started = npmStart(aUsedFolder(), port)

  expect(await started.ended).toBe(1)
  expect(started.stderr()).toMatch(new RegExp(`^Port ${port} is in use by another program`, 'm'))
  expect(serverOf(started.folder)).toBeUndefined()
  other.close()
})

test('Ctrl-C stops the program and its database, and npm with them', async () => {
  const { started, program, server } = await running()

  process.kill(-started.npm.pid!, 'SIGINT')

  await goneWithServer(program, server)
  await started.ended
  expect(serverOf(started.folder)).toBeUndefined()
})

test.each(['SIGTERM', 'SIGKILL'] as const)('%s to npm stops the program and its database', async (signal) => {
  const { started, program, server } = await running()

  started.npm.kill(signal)

  await goneWithServer(program, server)
  expect(serverOf(started.folder)).toBeUndefined()
})

async function running() {
  const started = npmStart(aUsedFolder())
  await address(started)
  return { started, program: programOf(started), server: serverOf(started.folder)! }
}
