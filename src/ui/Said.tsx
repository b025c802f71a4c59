import { Notice } from './Notice.tsx'

/** What the last press of a button did, read out at once; nothing when there was none. For pages without the office's toast. */
export const Said = ({ sentence }: { sentence: string | null | undefined }) =>
  sentence ? (
    <div role="status">
      <Notice tone="ok">
        <p>{sentence}</p>
      </Notice>
    </div>
  ) : null
