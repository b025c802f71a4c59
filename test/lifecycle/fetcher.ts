import { theHost } from '../../src/platform/actor.ts'
import { readConfig } from '../../src/platform/config.ts'
import { contextOf, openInstallation } from '../../src/platform/installation.ts'
import { inHaste, reachTo } from '../../src/publishing/media/factories.ts'
import { importCommand } from '../../src/publishing/import/command.ts'

/**
 * A program of its own for the tests to start and to kill: `node fetcher.ts <data folder> <group> <export>`. It is the
 * command `import wordpress --fetch-media`, but that the old website may be on this machine.
 */
const [dataDir = '', slug = '', file = ''] = process.argv.slice(2)

const installation = await openInstallation(readConfig({ BACKBENCH_DATA: dataDir }))
const { services, database } = installation
await importCommand(inHaste(reachTo(['127.0.0.1']))).run({
  services,
  owner: database.owner,
  operands: [file],
  options: { group: slug, 'fetch-media': true, json: true },
  say: (line) => void process.stdout.write(`${line}\n`),
  progress: () => {},
  groupContext: async () => {
    const group = services.groups.bySlug(slug)!
    return contextOf(services, group, theHost(group.id))
  },
})
await installation.close()
