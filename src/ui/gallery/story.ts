import type { JSX } from '../jsx/jsx-runtime.ts'

/** One component in one state, as the gallery shows it. */
export interface Story {
  /** The component's name, which is also its file's. */
  component: string
  state: string
  /** Several may stand on one page: what a page has once (main, h1) is left to the frames. */
  render: () => JSX.Element
}

/** One whole page on a frame, shown at an address of its own. */
export interface SamplePage {
  /** `home`, `article` … */
  name: string
  /** The layouts and page parts it shows. */
  components: readonly string[]
  render: () => JSX.Element
}

export const sampleZone = 'Europe/London'
