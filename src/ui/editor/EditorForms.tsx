import { Button } from '../Button.tsx'
import { fieldId } from '../fieldId.ts'

/** A picture of the group's own, to be put into a text. */
export interface EditorPicture {
  readonly path: string
  readonly alt: string
  readonly caption: string
}

/** Asked where a link should lead. It stands in the form of the whole page, so its fields have no name and are not sent. */
export const EditorLinkForm = ({ name }: { name: string }) => (
  <div class="editor-ask" role="group" aria-label="Link" data-part="link" hidden>
    <label class="label" for={`${fieldId(name)}-link`}>
      Address of the link
    </label>
    <span class="hint" id={`${fieldId(name)}-link-hint`}>
      It begins with https://, mailto: or tel:, or with / for a page of this website.
    </span>
    <span class="error-msg" id={`${fieldId(name)}-link-error`} data-part="link-error" hidden role="alert">
      Enter an address like https://example.org/report or /about-us
    </span>
    <input
      class="input"
      id={`${fieldId(name)}-link`}
      type="text"
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      aria-describedby={`${fieldId(name)}-link-hint`}
    />
    <p class="row row-s">
      <Button type="button" value="set">
        Set the link
      </Button>
      <Button type="button" tone="alt" value="remove">
        Remove the link
      </Button>
      <Button type="button" tone="ghost" value="cancel">
        Cancel
      </Button>
    </p>
  </div>
)

export const EditorPictureForm = ({ name, pictures }: { name: string; pictures: readonly EditorPicture[] }) => (
  <div class="editor-ask" role="group" aria-label="Picture" data-part="picture" hidden>
    <label class="label" for={`${fieldId(name)}-picture`}>
      Picture of the website
    </label>
    <select class="select" id={`${fieldId(name)}-picture`}>
      {pictures.map(({ path, alt, caption }) => (
        <option value={path} data-alt={alt} data-caption={caption}>
          {alt || path.replace(/^.*\//, '')}
        </option>
      ))}
    </select>
    <p class="row row-s">
      <Button type="button" value="set">
        Put it in
      </Button>
      <Button type="button" tone="ghost" value="cancel">
        Cancel
      </Button>
    </p>
  </div>
)
