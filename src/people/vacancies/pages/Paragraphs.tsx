/** Typed text with its empty lines as paragraphs. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p class="as-typed">{paragraph}</p>
    ))}
  </>
)
