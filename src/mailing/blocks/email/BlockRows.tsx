/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { monthName } from '../../../ui/words.ts'
import { inLetter } from '../addresses.ts'
import { answerAddress } from '../ask.ts'
import type { Block, BlockKind, BlockOf } from '../block.ts'
import { eventWhen, greetingFor } from '../blockWords.ts'
import type { LetterFrame } from '../letterFrame.ts'
import { place } from '../../sending/places.ts'
import type { Styles } from './styles.ts'
import { textHtml } from './textHtml.ts'

interface Props<K extends BlockKind> {
  readonly block: BlockOf<K>
  readonly of: Styles
  readonly frame: LetterFrame
}

/** One block as rows of the letter's table. */
export const BlockRows = ({ block, of, frame }: { block: Block; of: Styles; frame: LetterFrame }) => {
  switch (block.kind) {
    case 'greeting':
      return <Greeting {...{ block, of, frame }} />
    case 'text':
      return <Text {...{ block, of, frame }} />
    case 'story':
      return <Story {...{ block, of, frame }} />
    case 'event':
      return <Event {...{ block, of, frame }} />
    case 'figure':
      return <Figure {...{ block, of, frame }} />
    case 'question':
      return <Question {...{ block, of, frame }} />
    case 'ask':
      return <Ask {...{ block, of, frame }} />
    case 'button':
      return (
        <Row of={of} padding="4px 32px 24px">
          <Button of={of} href={inLetter(block.href, frame)} label={block.label} />
        </Row>
      )
    case 'divider':
      return (
        <Row of={of} padding="8px 32px">
          <div class="rule" style={of.rule}>
            {raw('&nbsp;')}
          </div>
        </Row>
      )
  }
}

const Row = ({ of, padding, name, children }: { of: Styles; padding: string; name?: string; children: Child }) => (
  <tr>
    <td class={name ? `card ${name}` : 'card'} style={of.row(padding)}>
      {children}
    </td>
  </tr>
)

const Greeting = ({ block, of }: Props<'greeting'>) => (
  <Row of={of} padding="24px 32px 8px">
    <h2 class="ink" style={of.title}>
      {greetingFor(block, place('name'))}
    </h2>
  </Row>
)

const Text = ({ block, of, frame }: Props<'text'>) => (
  <Row of={of} padding="8px 32px 4px" name="doc">
    {raw(textHtml(block.doc, of, frame))}
  </Row>
)

const Story = ({ block, of, frame }: Props<'story'>) => (
  <Row of={of} padding="16px 32px">
    <Label of={of} words={block.label} />
    <Title of={of} words={block.title} href={block.href && inLetter(block.href, frame)} />
    {block.summary && <Summary of={of} words={block.summary} />}
  </Row>
)

const Question = ({ block, of, frame }: Props<'question'>) => (
  <Row of={of} padding="16px 32px">
    <Label of={of} words={block.label} />
    <Title of={of} words={block.asked} href={block.href && inLetter(block.href, frame)} />
    <Summary of={of} words={block.answer} />
  </Row>
)

const Figure = ({ block, of, frame }: Props<'figure'>) => (
  <Row of={of} padding="16px 32px">
    <p class="big" style={of.figure}>
      {block.value}
    </p>
    <p class="ink" style={of.words}>
      {block.label}
    </p>
    {block.source && (
      <p class="ink2" style={of.small}>
        Source:{' '}
        {block.href ? (
          <a class="link" href={inLetter(block.href, frame)} style={of.link}>
            {block.source}
          </a>
        ) : (
          block.source
        )}
      </p>
    )}
  </Row>
)

const Event = ({ block, of, frame }: Props<'event'>) => {
  const [, month, day] = block.day.split('-').map(Number)
  return (
    <Row of={of} padding="10px 32px">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
        <tr>
          <td width="64" valign="top" style="padding-right:16px;">
            <table
              role="presentation"
              class="tile"
              cellpadding="0"
              cellspacing="0"
              border={0}
              width="56"
              style={of.tile}
            >
              <tr>
                <td align="center" bgcolor={of.brand[800]} style={of.tileMonth}>
                  {monthName(month!).slice(0, 3)}
                </td>
              </tr>
              <tr>
                <td align="center" class="ink" style={of.tileDay}>
                  {day}
                </td>
              </tr>
            </table>
          </td>
          <td valign="top">
            {block.href ? (
              <a class="link" href={inLetter(block.href, frame)} style={of.eventLink}>
                {block.title}
              </a>
            ) : (
              <span class="ink" style={of.eventTitle}>
                {block.title}
              </span>
            )}
            <br />
            <span class="ink2" style={of.eventWhen}>
              {eventWhen(block)}
            </span>
          </td>
        </tr>
      </table>
    </Row>
  )
}

const Ask = ({ block, of }: Props<'ask'>) => (
  <Row of={of} padding="16px 32px 20px">
    <Label of={of} words="We ask you" />
    <h3 class="ink" style={of.story}>
      {block.question}
    </h3>
    {block.explanation && <Summary of={of} words={block.explanation} />}
    <table role="presentation" cellpadding="0" cellspacing="0" border={0} style="margin:12px 0 0;">
      <tr>
        <td class="btn" style={of.button} bgcolor={of.brand[700]}>
          <a href={answerAddress(block, 'yes')} style={of.buttonLink}>
            Yes
          </a>
        </td>
        <td width="12">{raw('&nbsp;')}</td>
        <td class="btn" style={of.button} bgcolor={of.brand[700]}>
          <a href={answerAddress(block, 'no')} style={of.buttonLink}>
            No
          </a>
        </td>
      </tr>
    </table>
    <p class="ink2" style={of.small}>
      <a class="link" href={answerAddress(block)} style={of.link}>
        Answer in a few words
      </a>
    </p>
  </Row>
)

const Button = ({ of, href, label }: { of: Styles; href: string; label: string }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" border={0}>
    <tr>
      <td class="btn" style={of.button} bgcolor={of.brand[700]}>
        <a href={href} style={of.buttonLink}>
          {label}
        </a>
      </td>
    </tr>
  </table>
)

const Label = ({ of, words }: { of: Styles; words: string }) =>
  words ? (
    <p class="clay" style={of.label}>
      {words}
    </p>
  ) : null

const Title = ({ of, words, href }: { of: Styles; words: string; href: string }) => (
  <h3 class="ink" style={of.story}>
    {href ? (
      <a class="link" href={href} style={of.link}>
        {words}
      </a>
    ) : (
      words
    )}
  </h3>
)

const Summary = ({ of, words }: { of: Styles; words: string }) => (
  <p class="ink2" style={of.summary}>
    {words}
  </p>
)
