import { fieldId } from './fieldId.ts'

/** A field that people neither see nor reach, and that programs which fill in forms do fill in. */
export const Trap = () => (
  <p class="trap" aria-hidden="true">
    <label for={fieldId('topic')}>Leave this empty</label>
    <input id={fieldId('topic')} name="topic" type="text" tabindex={-1} autocomplete="off" />
  </p>
)
