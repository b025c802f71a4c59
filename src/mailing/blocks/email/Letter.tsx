/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Block } from '../block.ts'
import { type LetterFrame, webAddress, whyYouGetThis } from '../letterFrame.ts'
import { place } from '../../sending/places.ts'
import { BlockRows } from './BlockRows.tsx'
import { letterCss, PAPER, type Styles, styles } from './styles.ts'

interface Props {
  readonly frame: LetterFrame
  readonly blocks: readonly Block[]
  /** Shows the dark colours whatever the screen. */
  readonly dark?: boolean
}

/** The HTML part of a letter: one column of tables 600 pixels wide, which every mail program draws. */
export const letterHtml = ({ frame, blocks, dark = false }: Props): string => {
  const of = styles(frame.theme)
  const page: { toString(): string } = (
    <html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
      <Head title={frame.subject} css={letterCss(of, dark)} />
      <body class="bg" style={of.body}>
        {frame.preview && <Preview words={frame.preview} of={of} />}
        <div role="article" aria-roledescription="email" lang="en-GB" aria-label={frame.subject}>
          <Table width="100%">
            <tr>
              <td align="center" class="bg" style={of.page} bgcolor={PAPER}>
                {raw(GHOST_BEFORE)}
                <table role="presentation" class="wrap" width="600" {...FLAT} style={of.wrap}>
                  <Masthead frame={frame} of={of} />
                  {blocks.map((block) => (
                    <BlockRows block={block} of={of} frame={frame} />
                  ))}
                  <tr>
                    <td class="card" style={of.row('8px 32px 16px')}>
                      {raw('&nbsp;')}
                    </td>
                  </tr>
                  <Foot frame={frame} of={of} />
                </table>
                {raw(GHOST_AFTER)}
              </td>
            </tr>
          </Table>
        </div>
      </body>
    </html>
  )
  return `<!doctype html>${page.toString()}`
}

const FLAT = { cellpadding: '0', cellspacing: '0', border: 0 } as const

const Table = ({ width, children }: { width: string; children: Child }) => (
  <table role="presentation" width={width} {...FLAT}>
    {children}
  </table>
)

/** Outlook on Windows knows no greatest width: a table that only it sees keeps the column. */
const GHOST_BEFORE =
  '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->'
const GHOST_AFTER = '<!--[if mso]></td></tr></table><![endif]-->'
const OUTLOOK =
  '<!--[if mso]><style>table{border-collapse:collapse}td,p,h1,h2,h3,a,span{font-family:Arial,sans-serif!important}</style><![endif]-->'

const Head = ({ title, css }: { title: string; css: string }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <meta name="supported-color-schemes" content="light dark" />
    <meta name="format-detection" content="telephone=no,date=no,address=no" />
    <title>{title}</title>
    {raw(OUTLOOK)}
    <style>{raw(css)}</style>
  </head>
)

/** Shown beside the subject in a list of letters. What follows keeps the letter's first words out of that line. */
const Preview = ({ words, of }: { words: string; of: Styles }) => (
  <div style={of.hidden}>
    {words}
    {raw('&#847;&zwnj;&nbsp;'.repeat(60))}
  </div>
)

const Masthead = ({ frame, of }: { frame: LetterFrame; of: Styles }) => (
  <tr>
    <td class="head" bgcolor={of.brand[950]} style={of.head}>
      <p style={of.headName}>{frame.group}</p>
      <p style={of.headDate}>{frame.dated}</p>
    </td>
  </tr>
)

const Foot = ({ frame, of }: { frame: LetterFrame; of: Styles }) => {
  const web = webAddress(frame)
  return (
    <tr>
      <td class="foot" style={of.foot}>
        <p style={of.footWords}>
          {whyYouGetThis(frame)}{' '}
          <a href={place('unsubscribe')} style={of.link}>
            Stop these emails
          </a>{' '}
          or{' '}
          <a href={place('preferences')} style={of.link}>
            choose what you get
          </a>
          .
          {web && (
            <>
              {' '}
              <a href={web} style={of.link}>
                Read this on the web
              </a>
              .
            </>
          )}
        </p>
        {frame.promoter && <p style={of.footWords}>{frame.promoter}</p>}
      </td>
    </tr>
  )
}
