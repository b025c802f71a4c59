import type { Locator, Page } from 'playwright-core'
import { expect } from '../walk.ts'

const MOST_TABS = 400

/**
 * Somebody who has a keyboard and no pointer: whatever is pressed or typed here went through Tab first. The page itself
 * stays hidden, so that no step can click by mistake.
 */
export class Typist {
  readonly #page: Page
  #keys = 0

  constructor(page: Page) {
    this.#page = page
    page.on('filechooser', () => {}) // the browser is told that we listen, which takes it a moment, before any key is pressed
  }

  /** Types an address into the browser's own field. Gives the status. */
  async open(address: string): Promise<number | undefined> {
    return (await this.#page.goto(address))?.status()
  }

  get keys(): number {
    return this.#keys
  }

  get path(): string {
    return new URL(this.#page.url()).pathname
  }

  /** What a reader of the page has before them. */
  text(): Promise<string> {
    return this.#page.locator('body').innerText()
  }

  async press(key: string): Promise<void> {
    this.#keys += 1
    await this.#page.keyboard.press(key)
  }

  /** Tab until the thing with this role and name has the focus. */
  async tabTo(role: 'link' | 'button' | 'group', name: string | RegExp): Promise<void> {
    await this.#tabUntil(this.#page.getByRole(role, { name }), String(name))
  }

  /** Tab to a field by its label, whatever kind of field it is. */
  async tabToField(label: string | RegExp): Promise<void> {
    await this.#tabUntil(this.#page.getByLabel(label, { exact: typeof label === 'string' }), String(label))
  }

  /** Tab to the words that open something folded. */
  async unfold(words: string): Promise<void> {
    await this.#tabUntil(this.#page.locator('summary', { hasText: words }), words)
    await this.press('Enter')
  }

  /** Presses a button or follows a link, and waits for the page it leads to. */
  async activate(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    await this.tabTo(role, name)
    await this.enter()
  }

  /** Enter, where the focus is, and the page it leads to. */
  async enter(): Promise<void> {
    const arrived = this.#page.waitForEvent('framenavigated')
    await this.press('Enter')
    await arrived
    await this.#page.waitForLoadState()
  }

  /** Replaces what stands in a field. */
  async write(label: string | RegExp, text: string): Promise<void> {
    await this.tabToField(label)
    await this.press('ControlOrMeta+a')
    await this.#type(text)
  }

  /** Adds to the end of what stands in a field. */
  async append(label: string, text: string): Promise<void> {
    await this.tabToField(label)
    await this.press('ControlOrMeta+End')
    await this.#type(text)
  }

  /** A day and time, digit by digit, in the order in which this browser shows them. `local` is '2026-11-22T14:05'. */
  async writeMoment(label: string, local: string): Promise<void> {
    await this.tabToField(label)
    const seen: string[] = []
    for (const parts of [british(local), american(local)]) {
      for (let part = 0; part < 6; part++) await this.press('ArrowLeft')
      for (const part of parts) await (part === 'ArrowRight' ? this.press(part) : this.#type(part))
      seen.push(await this.#page.getByLabel(label).inputValue())
      if (seen.at(-1) === local) return
    }
    expect(false, `the field “${label}” takes ${local} from the keyboard, not ${seen.join(' or ')}`)
  }

  /** Enter on a file field opens the browser's own window, which hands over the file. */
  async choose(label: string, file: string): Promise<void> {
    await this.tabToField(label)
    const window = this.#page.waitForEvent('filechooser')
    await this.press('Enter')
    await (await window).setFiles(file)
  }

  async #type(text: string): Promise<void> {
    this.#keys += text.length
    await this.#page.keyboard.type(text)
  }

  async #tabUntil(wanted: Locator, name: string): Promise<void> {
    expect((await wanted.count()) > 0, `“${name}” is on ${this.path}`)
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await wanted.and(this.#page.locator(':focus')).count()) return
      await this.press('Tab')
    }
    expect(false, `Tab comes to “${name}” on ${this.path} within ${MOST_TABS} presses`)
  }
}

/** A browser's own date field follows the machine's language, not the page's: 22/11/2026, 14:05 or 11/22/2026, 02:05 PM. */
function british(local: string): readonly string[] {
  const [year, month, day, hour, minute] = local.split(/[-T:]/) as [string, string, string, string, string]
  return [day + month + year, 'ArrowRight', hour + minute]
}

function american(local: string): readonly string[] {
  const [year, month, day, hour, minute] = local.split(/[-T:]/) as [string, string, string, string, string]
  const clock = String(Number(hour) % 12 || 12).padStart(2, '0')
  return [month + day + year, 'ArrowRight', clock + minute, Number(hour) < 12 ? 'AM' : 'PM']
}
