import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../platform/root.ts'

let manifest: Readonly<Record<string, string>> | undefined

/**
 * The address of a built file: `asset('app.css')` → `/assets/app-<hash>.css`. The name carries the hash of the content,
 * so a browser may keep it for ever.
 */
export function asset(name: string): string {
  const hashed = (manifest ??= readManifest())[name]
  if (!hashed) throw new Error(`There is no asset ${name}.`)
  return `/assets/${hashed}`
}

/** Where the built files lie. The platform serves them at `/assets/`. */
export const assetsFolder = (): string => join(projectRoot, 'build', 'assets')

function readManifest(): Readonly<Record<string, string>> {
  const path = join(assetsFolder(), 'manifest.json')
  if (!existsSync(path)) throw new Error(`${path} is missing: build first with "node bin/assets.mjs".`)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}
