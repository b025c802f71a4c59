import { z } from 'zod'
import { line, ticked } from '../platform/fields.ts'
import { safeUrl, sentTextFields, standings } from '../writing/index.ts'
import type { Details } from './details.ts'
import { checkSource, whereaboutsFields } from './provenance/forms.ts'
import type { Status } from './rules.ts'

const MOST_TAGS = 30

const chosenId = z.union([z.literal(''), z.uuid('Choose one from the list.')]).default('')
/** A field sent once is a text, sent several times a list. */
const idList = z
  .union([z.uuid(), z.array(z.uuid())], 'Choose from the list.')
  .optional()
  .transform((ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])))

const tagNames = z
  .string()
  .default('')
  .transform((typed) =>
    typed.split(/[,;\n]/).map((name) =>
      name
        .replace(/^[\s#]+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  )
  .transform((names) => [...new Map(names.filter(Boolean).map((name) => [name.toLowerCase(), name])).values()])
  .refine((names) => names.length <= MOST_TAGS, `A text has at most ${MOST_TAGS} tags.`)
  .refine(
    (names) => names.every((name) => name.length <= 100),
    'Keep each tag under 100 characters. Put a comma between two tags.',
  )

/** Only compared, never kept; the terms are walked through. */
const shownDetails = z.looseObject({ termIds: z.array(z.string()).optional() })

/** The details as the editor showed them, by its own hand: what cannot be read says nothing. */
const seenDetails = z
  .string()
  .max(100_000)
  .catch('')
  .transform((typed): Partial<Details> => {
    try {
      return shownDetails.parse(JSON.parse(typed)) as Partial<Details>
    } catch {
      return {}
    }
  })

/** A post or page as the editor sends it; the words in `document` when they were written richly, else in `text`. Author: an id, '' for none, or 'me' for a new byline in the writer's own name. */
export const entryForm = z
  .object({
    basedOn: z.coerce.number().int().min(0).max(1_000_000).default(0),
    seen: seenDetails,
    title: line(300, 'the title').min(1, 'Give it a title.'),
    ...sentTextFields,
    excerpt: line(600, 'the summary').default(''),
    author: z.union([z.literal('me'), chosenId], 'Choose an author from the list.').default(''),
    categories: idList,
    tags: tagNames,
    slug: line(200, 'the end of the address').default(''),
    standing: z.union([z.literal(''), z.enum(standings)], 'Choose whose view it is.').default(''),
    parent: chosenId,
    mainPicture: chosenId,
    commentsOpen: ticked,
    pinned: ticked,
    pictureAlt: line(1000, 'the description').default(''),
    pictureCaption: line(500, 'the caption').default(''),
    note: line(500, 'the note').default(''),
    at: z.string().trim().max(30).default(''),
    ...whereaboutsFields,
  })
  .superRefine(checkSource)
export type EntryForm = z.infer<typeof entryForm>

const statuses = ['draft', 'scheduled', 'published', 'withdrawn'] as const satisfies readonly Status[]
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1)

/** What an officer's list is asked for; nonsense in the address counts as not asked. */
export const listForm = z.object({
  status: z.enum(statuses).optional().catch(undefined),
  q: z.string().trim().max(200).catch(''),
  page: pageNumber,
})
export const pageForm = z.object({ page: pageNumber })

const version = z.coerce.number().int().min(1).max(1_000_000)
export const compareForm = z.object({ from: version, to: version })

const slug = line(200, 'the end of the address').default('')

export const termForm = z.object({
  taxonomy: z.enum(['category', 'tag'], 'Choose category or tag.'),
  name: line(100, 'the name').min(1, 'Enter a name.'),
  slug,
  description: line(2000, 'the description').default(''),
  parent: chosenId,
})

export const authorForm = z.object({
  name: line(100, 'the name').min(1, 'Enter the name readers will see.'),
  slug,
  about: line(2000, 'the lines about the author').default(''),
  penName: ticked,
  person: chosenId,
})

export const mergeForm = z.object({ into: z.uuid('Choose which one to keep.') })

export const pictureForm = z.object({
  alt: line(1000, 'the description').min(1, 'Say in a few words what the picture shows, for people who cannot see it.'),
  caption: line(500, 'the caption').default(''),
})

/** One row of the menu. Target: 'entry:<id>', 'term:<id>' or 'link', whose address is in `href`. */
export const menuRow = z
  .object({
    label: line(100, 'the words of an item').min(1, 'Enter the words of this item.'),
    level: z.enum(['0', '1']).catch('0'),
    target: z.string().regex(/^(link|(entry|term):[0-9a-f-]{36})$/, 'Choose where this item leads.'),
    href: line(1000, 'the link'),
  })
  .refine(({ target, href }) => target !== 'link' || (href !== '' && safeUrl(href) === href), {
    path: ['href'],
    message: 'A link begins with https://, or with / for a page of this website.',
  })
