import { Button } from './Button.tsx'

export interface ToastProps {
  /** What was done: "Ann Price is now Current". */
  sentence: string
  /** Where Undo posts to, and what it sends along. */
  undo?: { action: string; name?: string; value?: string } | undefined
}

/** Says what was done and offers to take it back. Stays until the next page; it never goes while somebody reads it. */
export const Toast = ({ sentence, undo }: ToastProps) => (
  <div class="toasts">
    <div class="toast" role="status">
      <span>{sentence}</span>
      {undo && (
        <form method="post" action={undo.action}>
          {undo.name && <input type="hidden" name={undo.name} value={undo.value} />}
          <Button size="sm">Undo</Button>
        </form>
      )}
    </div>
  </div>
)
