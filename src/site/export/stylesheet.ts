/** The one stylesheet of an export: for reading and printing, without anything that has to be fetched. */
export const STYLESHEET = `body { margin: 0 auto; max-width: 44rem; padding: 1rem 1.25rem 4rem; font: 1.0625rem/1.6 Georgia, serif; color: #1b1f24; background: #fff }
h1, h2, h3, h4, nav, table, .about { font-family: system-ui, sans-serif; line-height: 1.3 }
h2 { margin-top: 2.5rem }
a { color: #0b5394 }
img { max-width: 100%; height: auto }
figure { margin: 1.5rem 0 }
figcaption, .about { color: #4a535c; font-size: .9375rem }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: .25rem solid #c9d1d9 }
table { border-collapse: collapse; font-size: .9375rem }
th, td { padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #d5dbe1; text-align: left; vertical-align: top }
.table-scroll { overflow-x: auto }
pre { overflow-x: auto; padding: .75rem; background: #f3f5f7 }
th .about { font-weight: normal }
.comment { margin: 1.5rem 0; padding: .75rem 1rem; background: #f3f5f7 }
.answer { margin-left: 2rem }
ul.gallery { padding: 0; list-style: none }
@media print { nav { display: none } }
`
