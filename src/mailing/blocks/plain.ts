import { type DocJson, plainText, links } from '../../writing/index.ts'
import { inLetter } from './addresses.ts'
import { answerAddress } from './ask.ts'
import type { Block } from './block.ts'
import { eventWhen, greetingFor } from './blockWords.ts'
import { type LetterFrame, webAddress, whyYouGetThis } from './letterFrame.ts'
import { place } from '../sending/places.ts'

/** Lines that a program with a fixed width shows whole, even when somebody quotes them (RFC 3676 §4.2). */
const WIDTH = 72

/** The plain part of a letter, of the same blocks as the other. */
export function letterPlain({ frame, blocks }: { frame: LetterFrame; blocks: readonly Block[] }): string {
  const head = `${frame.group.toUpperCase()}\n${frame.dated}`
  return `${[head, ...blocks.map((block) => plainBlock(block, frame)), foot(frame)].filter(Boolean).join('\n\n')}\n`
}

function plainBlock(block: Block, frame: LetterFrame): string {
  const at = (href: string): string => (href ? inLetter(href, frame) : '')
  switch (block.kind) {
    case 'greeting':
      return greetingFor(block, place('name'))
    case 'text':
      return plainDoc(block.doc, frame)
    case 'story':
      return lines(block.label.toUpperCase(), wrapped(`* ${block.title}`), wrapped(block.summary), at(block.href))
    case 'question':
      return lines(block.label.toUpperCase(), wrapped(`* ${block.asked}`), wrapped(block.answer), at(block.href))
    case 'event':
      return lines(wrapped(`- ${block.title}`), wrapped(eventWhen(block)), at(block.href))
    case 'figure':
      return lines(wrapped(`${block.value} ${block.label}`), block.source && `Source: ${block.source}`, at(block.href))
    case 'ask':
      return lines(
        'WE ASK YOU',
        wrapped(`* ${block.question}`),
        wrapped(block.explanation),
        `Yes: ${answerAddress(block, 'yes')}`,
        `No: ${answerAddress(block, 'no')}`,
        `In a few words: ${answerAddress(block)}`,
      )
    case 'button':
      return `${block.label}:\n${at(block.href)}`
    case 'divider':
      return '-'.repeat(4)
  }
}

/** A text's words; where its links lead stands below, because plain text has no links. */
function plainDoc(doc: DocJson, frame: LetterFrame): string {
  const words = plainText(doc).split('\n').map(wrapped).join('\n')
  const places = links(doc).filter(({ href }) => !href.startsWith('#'))
  const led = places.map(({ href, text }) => lines(wrapped(`${text || 'Link'}:`), inLetter(href, frame)))
  return [words, led.join('\n')].filter(Boolean).join('\n\n')
}

function foot(frame: LetterFrame): string {
  const web = webAddress(frame)
  return lines(
    '-- ', // what follows is left out of an answer (RFC 3676 §4.3)
    wrapped(whyYouGetThis(frame)),
    `Stop these emails: ${place('unsubscribe')}`,
    `Choose what you get: ${place('preferences')}`,
    web !== null && `Read this on the web: ${web}`,
    frame.promoter && wrapped(frame.promoter),
  )
}

const lines = (...all: readonly (string | false)[]): string => all.filter(Boolean).join('\n')

/** Broken at spaces; a word that is longer than a line stays whole. */
export function wrapped(text: string): string {
  const done: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      done.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...done, line].join('\n')
}
