/// <reference lib="dom" />
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was used. Try again, or choose another way.',
  InvalidStateError: 'This device has a passkey for this website already.',
  TooOften: 'This was tried too often, or the page is too old. Load the page again, and wait if it says so.',
}
const OTHERWISE = 'This browser could not use a passkey here. Choose another way.'

/**
 * Around a form with a hidden field `answer`: when the form is sent, asks the server what to sign (`data-challenge`), lets
 * the browser make a passkey or use one (`data-ceremony`), and sends the form with the answer in it.
 */
class PasskeyElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#perform(event.target as HTMLFormElement)
    })
  }

  async #perform(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector('button')
    if (button) button.disabled = true
    this.#say('')
    try {
      const answer = await this.#answer()
      form.querySelector<HTMLInputElement>('[name=answer]')!.value = JSON.stringify(answer)
      form.submit()
    } catch (error) {
      this.#say(WORDS[(error as Error).name] ?? OTHERWISE)
    } finally {
      if (button) button.disabled = false
    }
  }

  async #answer(): Promise<object> {
    const response = await fetch(this.dataset['challenge']!, { method: 'POST' })
    if (!response.ok) throw Object.assign(new Error(response.statusText), { name: 'TooOften' })
    const optionsJSON = await response.json()
    return this.dataset['ceremony'] === 'make'
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON })
  }

  #say(words: string): void {
    const place = this.querySelector<HTMLElement>('[role=alert]')
    if (!place) return
    place.textContent = words
    place.hidden = words === ''
  }
}

customElements.define('bb-passkey', PasskeyElement)
