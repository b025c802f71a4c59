/// <reference lib="dom" />
import { guardWords, type Kept } from './unsaved.ts'

interface Offered {
  readonly form: HTMLFormElement
  /** Where the question stands, with its two buttons. */
  readonly question: HTMLElement
  readonly unsaved: boolean
  readonly now: () => Kept
  readonly restore: (kept: Kept) => void
  /** Where one goes on. */
  readonly leave: () => void
}

/** Keeps what is written, and offers what was kept and never saved. Gives back what to call at every change. */
export function offerKeptWords({ form, question, unsaved, now, restore, leave }: Offered): () => void {
  const guard = guardWords(form, { unsaved, now })
  const kept = guard.left()
  question.hidden = !kept
  question.addEventListener('click', ({ target }) => {
    if (!kept || !(target instanceof HTMLButtonElement)) return
    if (target.value === 'restore') {
      restore(kept)
      guard.touch()
    }
    guard.forget()
    question.hidden = true
    leave()
  })
  return guard.touch
}
