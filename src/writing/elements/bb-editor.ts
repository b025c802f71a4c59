/// <reference lib="dom" />
import type { DocJson } from '../document/json.ts'
import { plainText } from '../document/text.ts'
import { counting } from '../editor/counting.ts'
import { offerKeptWords } from '../editor/offering.ts'
import { attributesFor, leadTo, type RichText, richText } from '../editor/richText.ts'
import { asDocument, asPlainText } from '../editor/server.ts'
import { bareWords, type Kept } from '../editor/unsaved.ts'
import { lastWay, rememberWay, type Way } from '../editor/way.ts'

const CANNOT = 'The website could not be reached, so the text stays as it is. Try again in a moment.'
const SWITCH: Readonly<Record<Way, string>> = { rich: 'Write in plain text', plain: 'Write with tools' }

/** Around a textarea of small Markdown (`EditorIsland`): a page to write on instead, and the way back. */
class EditorElement extends HTMLElement {
  #way: Way = 'plain'
  #rich!: RichText
  /** The plain text as it was last turned into from the rich; unchanged, it leads back to the very same document. */
  #turned: string | undefined

  connectedCallback(): void {
    if (this.#rich) return
    const say = (words: string) => void (this.#part('said').textContent = words)
    const count = counting(this.#part('words'), say)
    let touch = () => {}
    const changed = () => {
      touch()
      count(() => (this.#way === 'rich' ? this.#rich.json() : asDocument(this.#textarea.value)))
    }
    this.#rich = richText({ rich: this.#part('rich'), attributes: attributesFor(this.#textarea), changed, say })
    this.#rich.show(this.#given())
    this.#show(lastWay())
    this.#textarea.addEventListener('input', changed)
    this.#part('switch').addEventListener('click', () => void this.#turn().catch(() => say(CANNOT)))
    leadTo(this.#textarea, this.#focusText)
    const form = this.closest('form')
    form?.addEventListener('formdata', ({ formData }) => this.#send(formData))
    if (form) touch = this.#keepWords(form)
  }

  #part = (name: string): HTMLElement => this.querySelector(`[data-part="${name}"]`)!
  get #textarea(): HTMLTextAreaElement {
    return this.querySelector('textarea')!
  }

  #given(): DocJson | null {
    const { value } = this.#part('document') as HTMLInputElement
    return value ? (JSON.parse(value) as DocJson) : null
  }

  #show(way: Way): void {
    this.#way = way
    this.dataset['way'] = way
    this.#part('rich').hidden = way !== 'rich'
    this.#textarea.closest<HTMLElement>('.field')!.hidden = way === 'rich'
    this.#part('switch').hidden = false
    this.#part('switch').textContent = SWITCH[way]
  }

  async #turn(): Promise<void> {
    if (this.#way === 'rich') this.#textarea.value = this.#turned = await asPlainText(this.#rich.json())
    else if (this.#textarea.value !== this.#turned) this.#rich.show(await asDocument(this.#textarea.value))
    this.#show(this.#way === 'rich' ? 'plain' : 'rich')
    rememberWay(this.#way)
    this.#focusText()
  }

  #focusText = (): void => (this.#way === 'rich' ? this.#rich.view.focus() : this.#textarea.focus())

  #send(formData: FormData): void {
    if (this.#way !== 'rich') return
    formData.delete(this.#textarea.name)
    formData.set('document', JSON.stringify(this.#rich.json()))
  }

  #now(): Kept {
    const value = this.#way === 'rich' ? JSON.stringify(this.#rich.json()) : this.#textarea.value
    return { way: this.#way, value, words: bareWords(this.#way === 'rich' ? plainText(this.#rich.json()) : value) }
  }

  #keepWords(form: HTMLFormElement): () => void {
    return offerKeptWords({
      form,
      question: this.#part('unsaved'),
      unsaved: 'unsaved' in this.dataset,
      now: () => this.#now(),
      restore: ({ way, value }) => {
        if (way === 'rich') this.#rich.show(JSON.parse(value) as DocJson)
        else this.#textarea.value = value
        this.#show(way)
      },
      leave: this.#focusText,
    })
  }
}

customElements.define('bb-editor', EditorElement)
