import { plural } from '../../ui/words.ts'

export interface Notice {
  readonly subject: string
  readonly body: string
  readonly replyTo: string | null
}
interface From {
  readonly group: string
  /** Where somebody chooses how often notices come. */
  readonly page: string
}

/** Several notices as one letter, the newest last. One alone goes as it was written. */
export function gathered(notices: readonly Notice[], { group, page }: From) {
  const [first] = notices
  if (first && notices.length === 1)
    return { subject: first.subject, body: first.body, ...(first.replyTo !== null && { replyTo: first.replyTo }) }
  return {
    subject: `${plural(notices.length, 'notice')} from ${group}`,
    body: `${notices.map(written).join('\n\n')}

${LINE}

You get notices together because you chose so. Change it here:

${page}

${group}
`,
  }
}

const LINE = '-'.repeat(40)

const written = ({ subject, body, replyTo }: Notice): string =>
  [LINE, subject, LINE, '', ...(replyTo ? [`To answer, write to ${replyTo}.`, ''] : []), body.trim()].join('\n')
