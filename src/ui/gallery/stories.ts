import { buttonStories } from './buttons.stories.tsx'
import { chartStories } from './charts.stories.tsx'
import { editorStories } from './editor.stories.tsx'
import { formStories } from './forms.stories.tsx'
import { homeStories } from './home.stories.tsx'
import { listStories } from './lists.stories.tsx'
import { officePages } from './officePages.tsx'
import { paperStories } from './papers.stories.tsx'
import { publicPages } from './publicPages.tsx'
import type { SamplePage, Story } from './story.ts'
import { tableStories } from './tables.stories.tsx'
import { writingStories } from './writing.stories.tsx'

export const stories: readonly Story[] = [
  ...buttonStories,
  ...chartStories,
  ...formStories,
  ...editorStories,
  ...tableStories,
  ...listStories,
  ...writingStories,
  ...homeStories,
  ...paperStories,
]

export const samplePages: readonly SamplePage[] = [...publicPages, ...officePages]
