import type { Services } from '../../platform/services.ts'
import { type Founded, found } from '../founding.ts'

/** Makes the sample group. */
export async function loadSample(
  services: Services,
  { hosts = [], slug = 'rivers' }: { hosts?: readonly string[]; slug?: string } = {},
): Promise<Founded> {
  return found(services, {
    name: 'Fenland Rivers Forum',
    slug,
    hosts,
    hue: 200,
    chroma: 0.09,
    officer: { name: 'Nora Whitlock', email: 'nora.whitlock@example.org' },
  })
}
