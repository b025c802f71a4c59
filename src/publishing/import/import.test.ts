import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anExport } from '../wordpress/factories.ts'
import { importing } from './factories.ts'

const installation = testInstallation()

test('a second import of the same file changes nothing', async () => {
  const context = installation.context(await aGroup(installation))
  const file = anExport({
    authors: [{ login: 'wren' }],
    categories: [['water', 'Water']],
    items: [
      {
        slug: 'a',
        terms: [
          ['category', 'water', 'Water'],
          ['post_tag', 'x', 'X'],
        ],
        comments: [{}],
      },
      { slug: 'b', type: 'page', comments: [{}] },
    ],
  })

  const first = await importing(context, file)
  const second = await importing(context, file)

  expect(first.posts).toEqual({ in: 1, made: 1, changed: 0, unchanged: 0, left_out: 0 })
  expect(second).toEqual({})
})
