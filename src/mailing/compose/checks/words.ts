import type { Check } from '../../../platform/slice.ts'
import { fileSize, list, plural } from '../../../ui/words.ts'
import { images } from '../../../writing/index.ts'
import type { Composed } from '../composed.ts'

/** Gmail shows no more than 102 KB of a letter, and hides what ends it behind a link. */
const LARGEST = 100_000
/** What most lists of letters show of a subject. */
const SHOWN_SUBJECT = 70

/** What can be said of a letter by looking at it alone. */
export function wordChecks(
  letter: Composed,
  parts: { readonly html: string; readonly plain: string },
): readonly Check[] {
  return [subjectCheck(letter), sizeCheck(parts.html), imprintCheck(letter), pictureCheck(letter), partsCheck(letter)]
}

function subjectCheck({ frame: { subject, preview } }: Composed): Check {
  const what = 'Subject and preview line'
  if (subject.length > SHOWN_SUBJECT)
    return {
      subject: what,
      state: 'attention',
      sentence: `The subject has ${plural(subject.length, 'character')}; most mail programs show about ${SHOWN_SUBJECT}.`,
    }
  return preview
    ? {
        subject: what,
        state: 'ok',
        sentence: 'The subject is short enough to be read whole, and a preview line stands beside it.',
      }
    : {
        subject: what,
        state: 'attention',
        sentence: 'There is no preview line, so mail programs show the first words of the letter in its place.',
      }
}

function sizeCheck(html: string): Check {
  const bytes = Buffer.byteLength(html)
  return bytes > LARGEST
    ? {
        subject: 'Size',
        state: 'missing',
        sentence: `The letter has ${fileSize(bytes)}. Gmail cuts it at 102 KB and hides the end, with the link to stop it. Make it shorter.`,
      }
    : {
        subject: 'Size',
        state: 'ok',
        sentence: `The letter has ${fileSize(bytes)}; up to 100 KB is shown whole everywhere.`,
      }
}

function imprintCheck({ frame: { promoter } }: Composed): Check {
  return promoter
    ? { subject: 'Imprint', state: 'ok', sentence: `At its end stands: ${promoter}` }
    : {
        subject: 'Imprint',
        state: 'missing',
        sentence:
          'The settings do not say who promotes this. The law asks for a name and an address on what a political group sends (Elections Act 2022, part 6). Add them under Settings.',
      }
}

function pictureCheck({ blocks }: Composed): Check {
  const found = blocks.flatMap((block) => (block.kind === 'text' ? images(block.doc) : []))
  const silent = found.filter(({ alt }) => alt.trim() === '').length
  if (!found.length) return { subject: 'Pictures', state: 'ok', sentence: 'There are none, so nobody misses any.' }
  return silent
    ? {
        subject: 'Pictures',
        state: 'missing',
        sentence: `${plural(silent, 'picture')} of ${found.length} say nothing to who cannot see them. Change the text and describe each in a few words.`,
      }
    : {
        subject: 'Pictures',
        state: 'ok',
        sentence: 'Each is described in words, for who cannot see it and for programs that show none.',
      }
}

/** A letter with a title that leads nowhere, or with nothing in it. */
function partsCheck({ blocks }: Composed): Check {
  const untold = blocks.flatMap((block) =>
    block.kind === 'story' && !(block.title && block.href) ? [block.title || 'a story'] : [],
  )
  if (blocks.every(({ kind }) => kind === 'greeting' || kind === 'divider'))
    return { subject: 'Parts', state: 'missing', sentence: 'There is nothing in this letter yet.' }
  return untold.length
    ? {
        subject: 'Parts',
        state: 'attention',
        sentence: `These stories lead nowhere: ${list(untold)}. Their post may have been taken off the website.`,
      }
    : { subject: 'Parts', state: 'ok', sentence: `${plural(blocks.length, 'part')}, in HTML and as plain text.` }
}
