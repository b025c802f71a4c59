const NAMES: Readonly<Record<string, string>> = {
  '/': 'Home page',
  '/posts/': 'All posts',
  '/search/': 'Search',
  '/series/': 'All series',
  '/officers/': 'Officers',
  '/appeared-in/': 'Articles elsewhere',
}

/** A list of the website as officers know it; its path when it has no name of its own. */
export const listName = (path: string): string => NAMES[path] ?? path
