/// <reference lib="dom" />

/** A small form of its own within the page's form: Enter sets, Escape cancels, and neither sends the page. */
export interface Asking {
  readonly open: (value?: string) => void
  readonly field: HTMLInputElement | HTMLSelectElement
}

export interface AskingFor {
  /** What to do with the answer; false keeps the form open. */
  readonly set: (field: HTMLInputElement | HTMLSelectElement) => boolean
  readonly remove?: () => void
  /** Back to the text. */
  readonly leave: () => void
}

export function asking(group: HTMLElement, { set, remove, leave }: AskingFor): Asking {
  const field = group.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')!
  const close = () => {
    group.hidden = true
    leave()
  }
  const answers: Readonly<Record<string, () => void>> = {
    set: () => set(field) && close(),
    remove: () => (remove?.(), close()),
    cancel: close,
  }
  group.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null
    if (button) answers[button.value]?.()
  })
  group.addEventListener('keydown', (event) => {
    const isButton = event.target instanceof HTMLButtonElement
    const answer = event.key === 'Escape' ? 'cancel' : event.key === 'Enter' && !isButton ? 'set' : ''
    if (!answer) return
    event.preventDefault()
    answers[answer]!()
  })
  return {
    field,
    open: (value) => {
      group.hidden = false
      if (value !== undefined) field.value = value
      field.focus()
    },
  }
}
