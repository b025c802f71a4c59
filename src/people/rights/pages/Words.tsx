/** What somebody wrote, with its lines as they were. */
export const Words = ({ of }: { of: string }) => (
  <div class="stack-s">
    {of.split(/\n{2,}/).map((paragraph) => (
      <p>
        {paragraph.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </div>
)
