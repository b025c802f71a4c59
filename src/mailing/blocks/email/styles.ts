import { brandRamp, type Theme } from '../../../ui/theme.ts'

/**
 * A letter's styles, written into each element: many mail programs read no stylesheet, and none reads ours. The colours are those
 * of the group's website (DESIGN-SYSTEM §9).
 */
const SANS = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
const SERIF = "font-family:Georgia,'Times New Roman',serif;"
const [INK, INK2, CLAY, LINE] = ['#1a201d', '#464e49', '#a8431a', '#e2ded3']
export const [PAPER, CARD] = ['#f3f1ea', '#ffffff']

export const styles = (theme: Theme) => {
  const brand = brandRamp(theme)
  return {
    brand,
    body: `margin:0;padding:0;background:${PAPER};`,
    page: `padding:24px 8px;background:${PAPER};`,
    wrap: 'width:100%;max-width:600px;',
    head: `padding:20px 32px;background:${brand[950]};`,
    headName: `${SERIF}margin:0;font-size:20px;line-height:26px;font-weight:bold;color:#ffffff;`,
    headDate: `${SANS}margin:2px 0 0;font-size:15px;line-height:20px;color:${brand[200]};`,
    row: (padding: string) => `padding:${padding};background:${CARD};`,
    foot: 'padding:20px 32px;',
    footWords: `${SANS}margin:0 0 8px;font-size:15px;line-height:22px;color:${INK2};`,
    link: `color:${brand[700]};text-decoration:underline;`,
    title: `${SERIF}margin:0;font-size:24px;line-height:30px;font-weight:bold;color:${INK};`,
    words: `${SANS}margin:0;font-size:17px;line-height:26px;color:${INK};`,
    label: `${SANS}margin:0 0 4px;font-size:15px;line-height:20px;font-weight:bold;color:${CLAY};`,
    story: `${SERIF}margin:0 0 6px;font-size:20px;line-height:26px;font-weight:bold;color:${INK};`,
    summary: `${SANS}margin:0;font-size:16px;line-height:24px;color:${INK2};`,
    small: `${SANS}margin:6px 0 0;font-size:15px;line-height:22px;color:${INK2};`,
    rule: `border-top:1px solid ${LINE};font-size:1px;line-height:1px;`,
    button: `border-radius:6px;background:${brand[700]};`,
    buttonLink: `${SANS}display:inline-block;padding:13px 22px;font-size:16px;font-weight:bold;line-height:20px;color:#ffffff;text-decoration:none;border-radius:6px;border:1px solid ${brand[700]};`,
    tile: `border:1px solid ${LINE};`,
    tileMonth: `${SANS}background:${brand[800]};color:#ffffff;font-size:13px;line-height:20px;font-weight:bold;`,
    tileDay: `${SERIF}font-size:22px;line-height:34px;color:${INK};font-weight:bold;`,
    eventLink: `${SANS}font-size:17px;line-height:24px;font-weight:bold;color:${brand[700]};`,
    eventTitle: `${SANS}font-size:17px;line-height:24px;font-weight:bold;color:${INK};`,
    eventWhen: `${SANS}font-size:15px;line-height:22px;color:${INK2};`,
    figure: `${SERIF}margin:0;font-size:40px;line-height:46px;font-weight:bold;color:${brand[700]};`,
    hidden: 'display:none;max-height:0;overflow:hidden;mso-hide:all;',
    /** For the elements of a text, by their tags. */
    text: {
      p: `${SANS}margin:0 0 14px;font-size:17px;line-height:26px;color:${INK};`,
      h2: `${SERIF}margin:10px 0 8px;font-size:24px;line-height:30px;font-weight:bold;color:${INK};`,
      h3: `${SERIF}margin:8px 0 6px;font-size:20px;line-height:26px;font-weight:bold;color:${INK};`,
      h4: `${SANS}margin:8px 0 4px;font-size:17px;line-height:26px;font-weight:bold;color:${INK};`,
      ul: `${SANS}margin:0 0 14px;padding:0 0 0 24px;font-size:17px;line-height:26px;color:${INK};`,
      ol: `${SANS}margin:0 0 14px;padding:0 0 0 24px;font-size:17px;line-height:26px;color:${INK};`,
      li: 'margin:0 0 6px;',
      blockquote: `margin:0 0 14px;padding:0 0 0 16px;border-left:3px solid ${brand[300]};`,
      table: `${SANS}margin:0 0 14px;font-size:16px;line-height:24px;color:${INK};border-collapse:collapse;`,
      th: `padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid ${LINE};`,
      td: `padding:6px 12px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid ${LINE};`,
      caption: `${SANS}padding:0 0 6px;text-align:left;font-weight:bold;`,
      figure: 'margin:0 0 14px;',
      figcaption: `${SANS}margin:6px 0 0;font-size:15px;line-height:22px;color:${INK2};`,
      img: `${SANS}display:block;width:100%;max-width:536px;height:auto;border:0;font-size:16px;line-height:24px;color:${INK2};`,
      pre: `margin:0 0 14px;font-size:15px;line-height:22px;white-space:pre-wrap;color:${INK};`,
      hr: `margin:14px 0;border:0;border-top:1px solid ${LINE};`,
      a: `color:${brand[700]};text-decoration:underline;`,
    },
  } as const
}
export type Styles = ReturnType<typeof styles>

/** Classes are for the dark rules alone; a program that drops them shows the light letter. */
const darkRules = ({ brand }: Styles): string =>
  [
    '.bg{background:#121614!important}',
    '.card{background:#1d2320!important}',
    '.ink,.doc p,.doc h2,.doc h3,.doc h4,.doc ul,.doc ol,.doc table,.doc pre{color:#f3f1ea!important}',
    '.ink2,.foot p,.doc figcaption,.doc img{color:#c9cfca!important}',
    `.link,.foot a,.doc a,.big{color:${brand[300]}!important}`,
    '.clay{color:#f0b849!important}',
    `.btn,.btn a{background:${brand[300]}!important;color:${brand[950]}!important;border-color:${brand[300]}!important}`,
    '.rule,.tile,.doc th,.doc td,.doc hr{border-color:#3a423e!important}',
  ].join('')

/**
 * What a stylesheet is needed for: small screens and dark ones.
 * @param dark shows the dark colours whatever the screen, for looking at them beforehand
 */
export const letterCss = (of: Styles, dark: boolean): string =>
  '@media (max-width:620px){.wrap{width:100%!important}.card,.head,.foot{padding-left:20px!important;padding-right:20px!important}}' +
  (dark ? darkRules(of) : `@media (prefers-color-scheme:dark){${darkRules(of)}}`) +
  `[data-ogsc] .ink{color:#f3f1ea!important}[data-ogsc] .link{color:${of.brand[300]}!important}`
