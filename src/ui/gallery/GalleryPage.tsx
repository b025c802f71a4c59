import { editorAssets } from '../EditorIsland.tsx'
import { PlainLayout } from '../PlainLayout.tsx'
import { samplePages, stories } from './stories.ts'

/** Every component in every state, and links to the sample pages at `<base>/<name>`. For development. */
export const GalleryPage = ({ base = '/gallery' }: { base?: string }) => (
  <PlainLayout look={{ name: 'Backbench' }} head={{ title: 'Gallery', noindex: true, ...editorAssets() }}>
    <h1>Gallery</h1>
    <p>
      Whole pages:{' '}
      {samplePages.map((page, index) => (
        <>
          {index > 0 && ', '}
          <a href={`${base}/${page.name}`}>{page.name}</a>
        </>
      ))}
    </p>
    {stories.map((story) => (
      <section class="story" aria-label={`${story.component}: ${story.state}`}>
        <h2>
          {story.component}: <span>{story.state}</span>
        </h2>
        {story.render()}
      </section>
    ))}
  </PlainLayout>
)
