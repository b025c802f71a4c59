import { sql } from 'kysely'
import { type ExportTable, tableFrom } from '../../platform/contribution.ts'
import type { Tx } from '../../platform/database.ts'

/** Everything the website consists of, kind by kind. */
export const websiteTables = (tx: Tx): readonly ExportTable[] => [
  entries(tx),
  comments(tx),
  ...names(tx),
  series(tx),
  pictures(tx),
  ...places(tx),
  ...histories(tx),
]

const entries = (tx: Tx): ExportTable =>
  tableFrom(tx, {
    name: 'posts-and-pages',
    title: 'Posts and pages',
    why: 'What the website says, and drafts of it. Their words stand on the pages of this export and in “versions”.',
    from: [
      'publishing.entry',
      'publishing.entry_term',
      'publishing.update_note',
      'publishing.provenance',
      'publishing.appearance',
    ],
    columns: {
      Id: sql`e.id`,
      'Id of the text': sql`e.document_id`,
      Kind: sql`e.kind`,
      Title: sql`t.title`,
      State: sql`e.status`,
      Address: sql`(select path from publishing.address d where d.entry_id = e.id order by path limit 1)`,
      'Published at': sql`e.published_at`,
      'Changed at': sql`e.updated_at`,
      'Published version': sql`e.published_version`,
      Author: sql`a.name`,
      'Below the page': sql`above.slug`,
      Position: sql`e.position`,
      Summary: sql`e.excerpt`,
      Picture: sql`p.path`,
      Pinned: sql`e.pinned`,
      'Comments open': sql`e.comments_open`,
      'Categories and tags': sql`array(select m.name from publishing.entry_term l join publishing.term m on m.id = l.term_id
        where l.entry_id = e.id order by m.taxonomy, m.name)`,
      'Notes of changes': sql`array(select n.noted_at || ': ' || n.text from publishing.update_note n
        where n.entry_id = e.id order by n.noted_at)`,
      'First published elsewhere': sql`(select concat_ws(', ', v.source, v.first_on, v.leave, v.href)
        from publishing.provenance v where v.entry_id = e.id)`,
      'Appeared in': sql`array(select concat_ws(', ', v.outlet, v.on_day, v.href) from publishing.appearance v
        where v.entry_id = e.id order by v.on_day)`,
      'Begun at': sql`e.created_at`,
    },
    source: sql`publishing.entry e
      join writing.text t on t.document_id = e.document_id and t.number = coalesce(e.published_version, t.latest)
      left join publishing.author a on a.id = e.author_id left join publishing.picture p on p.id = e.picture_id
      left join publishing.entry above on above.id = e.parent_id order by e.created_at, e.id`,
  })

const comments = (tx: Tx): ExportTable =>
  tableFrom(tx, {
    name: 'comments',
    title: 'Comments',
    why: 'What readers wrote under posts, shown or not. Email addresses are never public: they tell who may be asked.',
    from: ['publishing.comment', 'publishing.comment_report'],
    columns: {
      Id: sql`c.id`,
      Under: sql`t.title`,
      'Answers the comment': sql`c.parent_id`,
      Name: sql`c.author_name`,
      'Email address': sql`c.author_email`,
      Website: sql`c.author_url`,
      State: sql`c.status`,
      'By an officer for the group': sql`c.official`,
      'Written at': sql`c.written_at`,
      Words: sql`c.body`,
      'Agreed to': sql`c.consent`,
      Reported: sql`array(select r.reported_at || ': ' || r.reason from publishing.comment_report r
        where r.comment_id = c.id order by r.reported_at)`,
    },
    source: sql`publishing.comment c join publishing.entry e on e.id = c.entry_id
      join writing.text t on t.document_id = e.document_id and t.number = t.latest order by c.written_at, c.id`,
  })

const names = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'authors',
    title: 'Authors',
    why: 'The names texts appear under. Who stands behind a pen name is for officers only.',
    from: ['publishing.author'],
    columns: {
      Name: sql`a.name`,
      Address: sql`'/author/' || a.slug || '/'`,
      About: sql`a.about`,
      'Pen name': sql`a.pen_name`,
      Person: sql`p.name`,
    },
    source: sql`publishing.author a left join people.named p on p.id = a.person_id order by a.name, a.id`,
  }),
  tableFrom(tx, {
    name: 'categories-and-tags',
    title: 'Categories and tags',
    why: 'By which posts are sorted.',
    from: ['publishing.term'],
    columns: {
      Kind: sql`t.taxonomy`,
      Name: sql`t.name`,
      'End of the address': sql`t.slug`,
      Description: sql`t.description`,
      Below: sql`above.name`,
    },
    source: sql`publishing.term t left join publishing.term above on above.id = t.parent_id order by t.taxonomy, t.name, t.id`,
  }),
]

const series = (tx: Tx): ExportTable =>
  tableFrom(tx, {
    name: 'series',
    title: 'Series',
    why: 'Posts that belong together, in their order.',
    from: ['publishing.series', 'publishing.series_part'],
    columns: {
      Name: sql`s.name`,
      'End of the address': sql`s.slug`,
      About: sql`s.about`,
      'Ids of its posts': sql`array(select l.entry_id from publishing.series_part l where l.series_id = s.id order by l.position)`,
    },
    source: sql`publishing.series s order by s.name, s.id`,
  })

const pictures = (tx: Tx): ExportTable =>
  tableFrom(tx, {
    name: 'pictures',
    title: 'Pictures',
    why: 'The pictures of the website, with the words that stand in for them. Their files are in “files”.',
    from: ['publishing.picture'],
    columns: {
      Address: sql`p.path`,
      'Words instead of it': sql`p.alt`,
      Caption: sql`p.caption`,
      Title: sql`p.title`,
      'Added at': sql`p.added_at`,
      'Kind of file': sql`f.media_type`,
      Bytes: sql`f.bytes`,
    },
    source: sql`publishing.picture p left join platform.file f on f.sha256 = p.sha256 order by p.path`,
  })

const places = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'menu',
    title: 'Menu',
    why: 'The lines of the website’s menu, in their order.',
    from: ['publishing.menu_item'],
    columns: {
      Line: sql`m.label`,
      Below: sql`above.label`,
      'Leads to the page': sql`e.slug`,
      'Leads to the category or tag': sql`t.name`,
      'Leads to the address': sql`m.href`,
    },
    source: sql`publishing.menu_item m left join publishing.menu_item above on above.id = m.parent_id
      left join publishing.entry e on e.id = m.entry_id left join publishing.term t on t.id = m.term_id order by m.position, m.id`,
  }),
  tableFrom(tx, {
    name: 'addresses',
    title: 'Addresses',
    why: 'What stands, or stood, at each address of the website.',
    from: ['publishing.address'],
    columns: {
      Address: sql`path`,
      'What is there': sql`kind`,
      'Leads on to': sql`target`,
      'Id of the post or page': sql`entry_id`,
    },
    source: sql`publishing.address order by path`,
  }),
]

const histories = (tx: Tx): readonly ExportTable[] => [
  tableFrom(tx, {
    name: 'unpublished-changes',
    title: 'Unpublished changes',
    why: 'Details of posts and pages that were changed and wait to be published.',
    from: ['publishing.draft'],
    columns: {
      'Id of the post or page': sql`entry_id`,
      'End of the address': sql`slug`,
      Summary: sql`excerpt`,
      Pinned: sql`pinned`,
      'Comments open': sql`comments_open`,
      Standing: sql`standing`,
    },
    source: sql`publishing.draft order by entry_id`,
  }),
  tableFrom(tx, {
    name: 'reads',
    title: 'Reads',
    why: 'How often pages were read, by day. Nobody who read them is known.',
    from: ['publishing.read_count'],
    columns: {
      Day: sql`r.day`,
      'Id of the post or page': sql`r.entry_id`,
      'Or list': sql`r.list`,
      'Coming from': sql`r.referrer`,
      Reads: sql`r.reads`,
    },
    source: sql`publishing.read_count r order by r.day, r.id`,
  }),
  tableFrom(tx, {
    name: 'imports',
    title: 'Imports',
    why: 'What was brought in from an older website, and what was noticed then.',
    from: ['publishing.import', 'publishing.finding', 'publishing.origin'],
    columns: {
      File: sql`i.file_name`,
      State: sql`i.state`,
      'Begun at': sql`i.started_at`,
      Report: sql`i.report`,
      'Things noticed': sql`array(select concat_ws(', ', f.kind, f.address, f.detail) from publishing.finding f
        where f.import_id = i.id order by f.id)`,
    },
    source: sql`publishing.import i order by i.started_at, i.id`,
  }),
]
