import type { Services } from './services.ts'
import type { Group } from './group.ts'

/** A group's own address where no request says it, for jobs and commands: 'https://group.example', without a last slash. */
export function homeOf({ groups, config }: Services, { id, slug }: Group): string {
  const host = groups.byId(id)?.mainHost
  return host && host !== 'localhost' ? `https://${host}` : `http://${host ?? `${slug}.localhost`}:${config.port}`
}
