// What the walk asks a page. Each function is sent to the browser alone, so it can use nothing of this file but its types.

/** What the keyboard walk has found until now, and whether it has come round. */
export interface Stops {
  readonly trouble: string[]
  readonly ended: boolean
}

/** From here on every stop of the Tab key is judged when the key is pressed again: by then it has been moved into view. */
export function watchStops(): void {
  const MOST_FIELDS = 12 // a field for a moment has one stop for each of its parts
  const walked = new Set<Element>()
  const stops = { trouble: [] as string[], ended: false }
  let first: Element | undefined
  let last: Element | undefined
  let stayed = 0
  let outside = false
  Object.assign(globalThis, { stops })
  ;(document.activeElement as HTMLElement | null)?.blur()
  addEventListener('keydown', onKey, { capture: true })

  function onKey(event: Event): void {
    if (!stops.ended && last) judge(document.activeElement ?? document.body)
    last ??= document.body // the walk begins beside the page, where it will come by again
    if (stops.ended) event.preventDefault()
  }

  function judge(element: Element): void {
    stayed = element === last ? stayed + 1 : 0
    last = element
    if (element === document.body) {
      outside = true
      if (stayed > 0) end()
    } else if (stayed > MOST_FIELDS) {
      end(`the Tab key does not leave ${labelOf(element)}`)
    } else if (stayed === 0 && walked.has(element)) {
      end(...(outside || element === first ? [] : [`the Tab key goes back to ${labelOf(element)}`]))
    } else if (stayed === 0) {
      first ??= element
      walked.add(element)
      stops.trouble.push(...stopTrouble(element))
    }
  }

  function end(...trouble: string[]): void {
    stops.trouble.push(...trouble)
    stops.ended = true
  }

  function labelOf(element: Element): string {
    const { tagName, id, classList, textContent } = element
    const classes = classList.value && `.${classList.value.replaceAll(' ', '.')}`
    return `${tagName.toLowerCase()}${id && `#${id}`}${classes} “${(textContent ?? '').trim().slice(0, 30)}”`
  }

  function stopTrouble(element: Element): string[] {
    const found: string[] = []
    const frames = [element, element.parentElement, element.parentElement?.parentElement].filter(
      (one) => one instanceof HTMLElement,
    )
    const ringed = frames
      .map((one) => getComputedStyle(one))
      .some((look) => look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 2)
    if (!ringed) found.push(`no ring on ${labelOf(element)}`)
    const [box = element.getBoundingClientRect()] = element.getClientRects()
    const within = (from: number, to: number, edge: number) => (Math.max(from, 0) + Math.min(to, edge)) / 2
    const middle = document.elementFromPoint(
      within(box.left, box.right, innerWidth),
      within(box.top, box.bottom, innerHeight),
    )
    if (!middle) found.push(`out of view: ${labelOf(element)}`)
    else if (!element.contains(middle) && !middle.contains(element))
      found.push(`covered by ${middle.tagName.toLowerCase()}.${middle.classList.value}: ${labelOf(element)}`)
    const whole = element.getBoundingClientRect()
    const small = whole.width < 24 || whole.height < 24
    if (small && getComputedStyle(element).display !== 'inline' && !(element as HTMLInputElement).labels?.length)
      found.push(`${Math.round(whole.width)} by ${Math.round(whole.height)} px: ${labelOf(element)}`)
    return found
  }
}

export function stopsSoFar(): Stops {
  const { stops } = globalThis as unknown as { stops: Stops }
  if (stops.ended) (document.activeElement as HTMLElement | null)?.blur() // what is focused may look otherwise
  return stops
}

/**
 * All words of the page but those that speak of what only script does, or only its absence needs: an editor shows one text in two ways.
 * And but moments: "just now" becomes "1 minute ago" while we look, for each of a list at another second.
 */
export function wordsOf(): string {
  const twofold = '.with-script[aria-hidden="true"], bb-editor, .rich-only, .plain-only, time'
  const aside = [...document.querySelectorAll<HTMLElement>(twofold)]
  for (const element of aside) element.style.display = 'none'
  const words = document.body.innerText.replace(/\s+/g, ' ')
  for (const element of aside) element.removeAttribute('style')
  return words
}

/** What reaches beyond the page's edge, unless inside a region that scrolls by itself. */
export function sidewaysTrouble(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.table-scroll'),
  )
  const names = wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.classList.value}`)
  return [`${scrollWidth} of ${clientWidth} px: ${names.join(', ')}`]
}

/** Words that stand letter under letter, because nothing is left of the place they stand in. Long ones may be broken once or twice. */
export function brokenTrouble(): string[] {
  const found = new Set<string>()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = node.nodeValue!.trim().split(/[\s\u2013-]+/)
    if (words[0] === '' || !node.parentElement?.checkVisibility()) continue
    range.selectNodeContents(node)
    const lines = new Set(
      [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)),
    ).size
    const longest = Math.max(...words.map(({ length }) => length))
    if (lines > words.length + longest / 8) found.add(`${lines} lines for “${node.nodeValue!.trim().slice(0, 30)}”`)
  }
  return [...found]
}

export function documentTrouble(): string[] {
  const headings = document.querySelectorAll('h1').length
  return [
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(document.documentElement.lang ? [] : ['no language']),
    ...(document.title.length > 3 ? [] : ['no title']),
    ...(document.querySelectorAll('[style]').length ? ['a style attribute'] : []),
    ...(document.querySelectorAll('main').length === 1 ? [] : ['not one main']),
  ]
}
