import { ButtonLink } from '../Button.tsx'
import { CommentThread } from '../CommentThread.tsx'
import { DiffView } from '../DiffView.tsx'
import { Notice, type NoticeTone } from '../Notice.tsx'
import { Said } from '../Said.tsx'
import { YesNoCard } from '../YesNoCard.tsx'
import { Progress } from '../Progress.tsx'
import { Prose } from '../Prose.tsx'
import { Toast } from '../Toast.tsx'
import { Trusted, trustHtml } from '../Trusted.tsx'
import { sampleText } from './sampleText.ts'
import { sampleZone, type Story } from './story.ts'

const at = new Date('2026-11-20T18:42:00Z')
const notices: readonly NoticeTone[] = ['info', 'ok', 'warn', 'bad']
const same = (text: string) => ({ kind: 'same', tag: 'p', parts: [{ kind: 'same', text }] }) as const

export const writingStories: readonly Story[] = [
  { component: 'Prose', state: 'every kind of block', render: () => <Prose html={sampleText} /> },
  {
    component: 'Prose',
    state: 'in Welsh',
    render: () => <Prose lang="cy" html={trustHtml('<p>Mae’r dŵr yn oer a’r tŷ yn wag.</p>')} />,
  },
  {
    component: 'Trusted',
    state: 'ready HTML',
    render: () => <Trusted html={trustHtml('<p>Made by <strong>our own</strong> code.</p>')} />,
  },
  {
    component: 'DiffView',
    state: 'changed, added, removed, folded',
    render: () => (
      <DiffView
        blocks={[
          {
            kind: 'changed',
            tag: 'h2',
            parts: [
              { kind: 'same', text: 'What is ' },
              { kind: 'del', text: 'bad' },
              { kind: 'ins', text: 'wrong' },
            ],
          },
          ...['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map(same),
          {
            kind: 'changed',
            tag: 'p',
            parts: [
              { kind: 'same', text: 'Requests rose by ' },
              { kind: 'del', text: 'about a fifth' },
              { kind: 'ins', text: '22%' },
              { kind: 'same', text: ' in ten years.' },
            ],
          },
          { kind: 'removed', tag: 'li', parts: [{ kind: 'del', text: 'Except in exceptional circumstances' }] },
          { kind: 'added', tag: 'p', parts: [{ kind: 'ins', text: 'Unless the person asks for longer.' }] },
        ]}
      />
    ),
  },
  { component: 'DiffView', state: 'nothing changed', render: () => <DiffView blocks={[same('One.')]} /> },
  {
    component: 'CommentThread',
    state: 'three levels',
    render: () => (
      <CommentThread
        zone={sampleZone}
        comments={[
          {
            id: '1',
            author: 'Peter Barlow',
            at,
            body: <p>Can we name the council? Table 4 has it.</p>,
            actions: <a href="#reply">Reply</a>,
            replies: [
              {
                id: '2',
                author: 'Dr Sunita Rao',
                authorHref: 'https://example.org/',
                badge: 'Author',
                at,
                body: <p>Yes, from the next version.</p>,
                replies: [
                  {
                    id: '3',
                    author: 'Carys Bevan',
                    at,
                    body: <p>Thank you.</p>,
                    replies: [{ id: '4', author: 'Jo Okafor', at, body: <p>Done.</p>, replies: [] }],
                  },
                ],
              },
            ],
          },
        ]}
      />
    ),
  },
  {
    component: 'Said',
    state: 'after a press',
    render: () => <Said sentence="Your details are saved." />,
  },
  {
    component: 'YesNoCard',
    state: 'yes, no, and not asked for',
    render: () => (
      <div class="stack">
        {(['yes', 'no', 'open'] as const).map((state) => (
          <YesNoCard
            name={`newsletter-${state}`}
            title={{ yes: 'Newsletter', no: 'Calls to act', open: 'Introductions' }[state]}
            stateWords={{ yes: 'Yes', no: 'No', open: 'Not asked for' }[state]}
            since={state === 'open' ? null : at}
            zone="Europe/London"
            words="Yes, Tamsel River Watch may send me its newsletter by email. I can stop it at any time."
            action="#choice"
            {...{ state }}
          />
        ))}
      </div>
    ),
  },
  {
    component: 'Notice',
    state: 'every tone',
    render: () => (
      <div class="stack">
        {notices.map((tone) => (
          <Notice tone={tone}>
            <p>
              <b>Four addresses were left out.</b> Each leads to a file on somebody’s own computer.
            </p>
          </Notice>
        ))}
      </div>
    ),
  },
  {
    component: 'Progress',
    state: 'half way',
    render: () => <Progress title="Bringing in the website" done={412} total={1200} unit="posts" />,
  },
  {
    component: 'Progress',
    state: 'starting, end unknown',
    render: () => (
      <Progress title="Reading the file" unit="items">
        <ButtonLink href="#stop" tone="alt" size="sm">
          Back to the website
        </ButtonLink>
      </Progress>
    ),
  },
  {
    component: 'Toast',
    state: 'with Undo',
    render: () => (
      <Toast sentence="“Paying family carers” is published" undo={{ action: '/gallery', name: 'act', value: '7' }} />
    ),
  },
]
