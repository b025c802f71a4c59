import type { Act } from '../../platform/act.ts'
import { series } from '../../publishing/index.ts'
import type { Made } from './entries.ts'

const SERIES = [
  {
    name: 'The river for beginners',
    about: 'What to look for, what the words mean, and what the figures say. Begin at the beginning.',
    parts: ['how-to-read-a-river', 'phosphate', 'first-year-in-figures', 'spills-in-the-open', 'four-summers'],
  },
  {
    name: 'Farms along the Quill',
    about: 'From a letter to an agreement in two years.',
    parts: ['letter-neighbours', 'good-neighbour-agreement'],
  },
]

export async function addSeries(act: Act, made: Made): Promise<void> {
  for (const { name, about, parts } of SERIES) {
    const id = await series.create(act, { name, about, slug: '' })
    for (const key of parts) await series.addPart(act, id, made.get(key)!.id)
  }
}
