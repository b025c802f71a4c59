/// <reference lib="dom" />

export type Way = 'rich' | 'plain'

const KEY = 'bb-way-of-writing'

/** Which way this person chose last, in this browser. Some private windows keep nothing. */
export function lastWay(): Way {
  try {
    return localStorage.getItem(KEY) === 'plain' ? 'plain' : 'rich'
  } catch {
    return 'rich'
  }
}

export function rememberWay(way: Way): void {
  try {
    localStorage.setItem(KEY, way)
  } catch {
    // Then the next page begins with the rich way, as every first one does.
  }
}
