import { regions } from './lists.ts'

/** A region in words; those without one, or with a code we do not know, are "Not known". */
export function regionName(code: string | null): string {
  return regions().find((region) => region.code === code)?.name ?? 'Not known'
}
