/// <reference lib="dom" />

/** Arrow keys, Home and End go along a toolbar, which is one stop of the Tab key (WAI-ARIA APG, toolbar pattern). */
export function walkByArrows(toolbar: HTMLElement): void {
  toolbar.addEventListener('keydown', (event) => {
    const buttons = [...toolbar.querySelectorAll('button')]
    const here = buttons.indexOf(event.target as HTMLButtonElement)
    const goal = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key]
    if (here < 0 || goal === undefined) return
    event.preventDefault()
    buttons.at(goal % buttons.length)?.focus()
  })
  toolbar.addEventListener('focusin', ({ target }) => {
    for (const button of toolbar.querySelectorAll('button')) button.tabIndex = button === target ? 0 : -1
  })
}

/** The button that Tab would lead to. */
export const tabStop = (toolbar: Element): HTMLElement | null => toolbar.querySelector('button[tabindex="0"]')

/** Shows what is on. What cannot be done here stays in its place and says so, so that the focus never falls through. */
export function showTool(button: HTMLElement, { on, possible }: { on: boolean | undefined; possible: boolean }): void {
  if (on !== undefined) button.ariaPressed = String(on)
  button.ariaDisabled = possible ? null : 'true'
}
