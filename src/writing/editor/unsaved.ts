/// <reference lib="dom" />

const PREFIX = 'bb-unsaved:'

/** Words that were sent or left behind, kept by this browser for as long as its tab is open. */
export interface Kept {
  readonly way: 'rich' | 'plain'
  readonly value: string
  /** The bare words, to tell whether they were saved after all. */
  readonly words: string
}

export const bareWords = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/**
 * Asks before a page with unsaved words is left, and keeps them in the tab's own store when they are sent or the page goes
 * out of sight: a post that fails (no network, signed out meanwhile) loses nothing. What proves saved is forgotten.
 */
export function guardWords(form: HTMLFormElement, { unsaved, now }: { unsaved: boolean; now: () => Kept }) {
  const key = PREFIX + new URL(form.action).pathname
  let changed = unsaved
  const touch = () => void (changed = true)
  form.addEventListener('input', touch)
  form.addEventListener('change', touch)
  form.addEventListener('submit', () => {
    if (changed) keep(key, now())
    changed = false
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed) keep(key, now())
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
  return { touch, left: () => wordsLeft(key, now().words), forget: () => sessionStorage.removeItem(key) }
}

/** What this page's form did not save. Whatever other pages kept and this one shows was saved. */
function wordsLeft(own: string, shown: string): Kept | undefined {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))
  for (const key of keys) if (read(key)?.words === shown) sessionStorage.removeItem(key)
  return read(own)
}

function read(key: string): Kept | undefined {
  const kept = sessionStorage.getItem(key)
  return kept === null ? undefined : (JSON.parse(kept) as Kept)
}

/** The store is small, and closed in some private windows; then only the question before leaving remains. */
function keep(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept))
  } catch {
    sessionStorage.removeItem(key)
  }
}
