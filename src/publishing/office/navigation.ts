import type { NavigationItem } from '../../platform/slice.ts'
import { mayModerate, mayPublish, mayWrite } from '../permissions.ts'

const section = 'Website'

/** The website's part of the officers' navigation. */
export const navigation: readonly NavigationItem[] = [
  {
    section,
    label: 'Posts',
    href: '/office/posts',
    icon: 'newspaper',
    may: mayWrite,
    often: true,
    creates: [{ label: 'Post', href: '/office/posts/new', icon: 'newspaper' }],
  },
  {
    section,
    label: 'Pages',
    href: '/office/pages',
    icon: 'file-text',
    may: mayWrite,
    creates: [{ label: 'Page', href: '/office/pages/new', icon: 'file-text' }],
  },
  { section, label: 'Comments', href: '/office/comments', icon: 'message-square', may: mayModerate },
  { section, label: 'Pictures', href: '/office/pictures', icon: 'image', may: mayWrite },
  { section, label: 'Menu', href: '/office/menu', icon: 'list', may: mayPublish },
  { section, label: 'Categories and tags', href: '/office/terms', icon: 'tag', may: mayPublish },
  { section, label: 'Series', href: '/office/series', icon: 'book-open', may: mayPublish },
  { section, label: 'Authors', href: '/office/authors', icon: 'pen-line', may: mayPublish },
  { section, label: 'Reads', href: '/office/website/reads', icon: 'chart-column', may: mayWrite },
  { section, label: 'Import', href: '/office/website/import', icon: 'upload', may: mayPublish },
  { section, label: 'Export', href: '/office/website/export', icon: 'download', may: mayPublish },
]
