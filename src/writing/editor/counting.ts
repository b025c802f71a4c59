/// <reference lib="dom" />
import { meterTone } from '../../ui/meterTone.ts'
import { plural, wordsWritten } from '../../ui/words.ts'
import type { DocJson } from '../document/json.ts'
import { wordCount } from '../document/text.ts'

const SHOWN_AFTER = 250
/** Long enough that nobody is spoken to while typing. */
const SAID_AFTER = 1_200

type Timer = ReturnType<typeof setTimeout> | undefined

/** Counts as the server does. Shown always; said aloud only when there are too many, once typing has stopped. */
export function counting(
  place: HTMLElement,
  say: (words: string) => void,
): (doc: () => DocJson | Promise<DocJson>) => void {
  const limit = Number(place.dataset['limit']) || undefined
  let [shownLater, saidLater]: [Timer, Timer] = [undefined, undefined]
  return (doc) => {
    clearTimeout(shownLater)
    clearTimeout(saidLater)
    shownLater = later(SHOWN_AFTER, doc, (count) => show(place, count, limit))
    if (limit === undefined) return
    saidLater = later(SAID_AFTER, doc, (count) => {
      const over = count - limit
      say(over > 0 ? `${plural(over, 'word')} too many.` : '')
    })
  }
}

/** Without the server the plain text cannot be counted; the figure then stays as it was. */
function later(after: number, doc: () => DocJson | Promise<DocJson>, then: (count: number) => void): Timer {
  const work = async () => then(wordCount(await doc()))
  return setTimeout(() => void work().catch(() => undefined), after)
}

function show(place: HTMLElement, count: number, limit: number | undefined): void {
  place.querySelector('.meter-words span')!.textContent = wordsWritten(count, limit)
  const meter = place.querySelector('.meter')
  if (!meter || limit === undefined) return
  const tone = meterTone(count / limit)
  meter.setAttribute('class', `meter ${tone ?? ''}`)
  place.querySelector('.meter-words')!.classList.toggle('over', tone === 'over')
  meter.querySelector('rect')!.setAttribute('width', `${Math.min(100, Math.round((count / limit) * 100))}%`)
}
