import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { KnownGroup } from '../../platform/groups.ts'
import { contextOf } from '../../platform/installation.ts'
import { projectRoot } from '../../platform/root.ts'
import type { Services } from '../../platform/services.ts'
import { imports, importWordPress } from '../../publishing/index.ts'
import type { DrawnFile } from './pictures.ts'

const FILE = 'old-website.xml'
const place = join(projectRoot, 'src', 'site', 'sample', 'content', FILE)
/** The drawing that stands for the one picture the old website had. */
const PICTURE = 'testing-from-the-bridge'

/** Brings in the website of those who went before, as a group leaving WordPress would, so that there is a report to read. */
export async function bringOldWebsite(
  services: Services,
  group: KnownGroup,
  drawn: readonly DrawnFile[],
): Promise<void> {
  const context = contextOf(services, group)
  const importId = await context.act((act) => imports.begin(act, { fileName: FILE, state: 'running' }))
  const picture = drawn.find(({ name }) => name === PICTURE)?.file ?? null
  const uploads = {
    read: async (path: string) => (path.endsWith('priory-bridge.webp') ? picture : null),
    close: async () => {},
  }
  await importWordPress(context, { importId, open: () => createReadStream(place), uploads })
}
