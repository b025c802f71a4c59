import type { Browser } from 'playwright-core'
import type { Terminal } from '../program.ts'
import type { Walk } from '../walk.ts'

/** How the walk was asked for. */
export interface WalkOptions {
  readonly root: string
  readonly here: boolean
  readonly withTests: boolean
  /** The program's; steps with programs of their own take others. */
  readonly port: string
}

/** What every step has at hand. */
export interface Scene extends WalkOptions {
  readonly walk: Walk
  readonly browser: Browser
  /** Everything of this walk; removed at its end. */
  readonly folder: string
  /** Real open data and test material, beside the repository. */
  readonly data: string
  /** In the clone, with its port and its data folder. */
  readonly terminal: Terminal
}

/** Where the program, or a group of it, is reached. */
export const homeOf = ({ terminal }: Scene, slug = ''): string =>
  `http://${slug && `${slug}.`}localhost:${terminal.env['PORT']}`

/** The group of step 2. */
export interface Trial {
  readonly slug: string
  readonly address: string
  readonly officer: string
}
