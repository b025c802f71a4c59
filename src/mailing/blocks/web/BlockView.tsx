import { DateTile } from '../../../ui/DateTile.tsx'
import type { Child } from '../../../ui/jsx/child.ts'
import { Prose } from '../../../ui/Prose.tsx'
import { type TrustedHtml, trustHtml } from '../../../ui/Trusted.tsx'
import { type DocJson, toHtml } from '../../../writing/index.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import type { Block, BlockOf } from '../block.ts'
import { eventWhen, greetingFor } from '../blockWords.ts'

interface Props {
  block: Block
  /** How a text's pictures stand in a page, if not as they are written. */
  show?: (doc: DocJson) => TrustedHtml
  /** Where an ask is answered by whoever reads it here; null: said that it is asked of those who get the letter. */
  answerHref?: string | null
  /** Who is greeted, where no reader is known. */
  reader?: string
}

/** A block of a letter as a page of the website shows it, and the office. Nothing in it is of any one reader. */
export const BlockView = ({ block, show = plainly, answerHref = null, reader = 'reader' }: Props) => {
  switch (block.kind) {
    case 'greeting':
      return <h2>{greetingFor(block, reader)}</h2>
    case 'text':
      return <Prose html={show(block.doc)} />
    case 'story':
      return <Told label={block.label} title={block.title} href={block.href} words={block.summary} />
    case 'question':
      return <Told label={block.label} title={block.asked} href={block.href} words={block.answer} />
    case 'event':
      return <Event block={block} />
    case 'figure':
      return <Figure block={block} />
    case 'ask':
      return (
        <Told label="We ask you" title={block.question} href="" words={block.explanation}>
          {answerHref ? (
            <ButtonLink href={answerHref}>Answer</ButtonLink>
          ) : (
            <p class="meta">Whoever gets this letter answers by a link in it: yes, no or a few words.</p>
          )}
        </Told>
      )
    case 'button':
      return (
        <p>
          <ButtonLink href={block.href}>{block.label}</ButtonLink>
        </p>
      )
    case 'divider':
      return <hr />
  }
}

const plainly = (doc: DocJson): TrustedHtml => trustHtml(toHtml(doc))

const Told = (props: { label: string; title: string; href: string; words: string; children?: Child }) => (
  <div class="stack-s">
    {props.label && <p class="eyebrow">{props.label}</p>}
    <h3>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</h3>
    {props.words && <p>{props.words}</p>}
    {props.children}
  </div>
)

const Event = ({ block }: { block: BlockOf<'event'> }) => (
  <ul class="events" role="list">
    <li>
      <DateTile at={new Date(`${block.day}T12:00:00Z`)} zone="UTC" />
      <div>
        {block.href ? <a href={block.href}>{block.title}</a> : <b>{block.title}</b>}
        <p>{eventWhen(block)}</p>
      </div>
    </li>
  </ul>
)

const Figure = ({ block }: { block: BlockOf<'figure'> }) => (
  <div class="kpi">
    <span class="v">{block.value}</span>
    <span class="d">{block.label}</span>
    {block.source && (
      <span class="meta">Source: {block.href ? <a href={block.href}>{block.source}</a> : block.source}</span>
    )}
  </div>
)
