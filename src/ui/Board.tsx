import { Button } from './Button.tsx'
import type { Child } from './jsx/child.ts'
import { Unseen } from './Unseen.tsx'

export interface BoardCard {
  id: string
  title: string
  href: string
  meta?: Child
}
export interface BoardColumn {
  key: string
  title: string
  cards: readonly BoardCard[]
}

interface BoardProps {
  columns: readonly BoardColumn[]
  /** Where a card is moved, by its id; it gets `to` with the key of a column. */
  moveAction?: ((id: string) => string) | undefined
}

/** Columns as lists with headings. A card is moved by a select and a button, so no dragging is needed. */
export const Board = ({ columns, moveAction }: BoardProps) => (
  <div class="board">
    {columns.map((column) => (
      <section aria-labelledby={`board-${column.key}`}>
        <h3 id={`board-${column.key}`}>
          {column.title} <span>{column.cards.length}</span>
        </h3>
        {column.cards.length === 0 ? (
          <p class="meta">Nothing here</p>
        ) : (
          <ul role="list">
            {column.cards.map((card) => (
              <li>
                <a href={card.href}>{card.title}</a>
                {card.meta && <span class="meta">{card.meta}</span>}
                {moveAction && <Move card={card} here={column.key} columns={columns} action={moveAction(card.id)} />}
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </div>
)

interface MoveProps {
  card: BoardCard
  here: string
  columns: readonly BoardColumn[]
  action: string
}

const Move = ({ card, here, columns, action }: MoveProps) => (
  <form method="post" action={action} class="row">
    <select class="select input short" name="to" aria-label={`Move “${card.title}” to`}>
      {columns
        .filter(({ key }) => key !== here)
        .map(({ key, title }) => (
          <option value={key}>{title}</option>
        ))}
    </select>
    <Button size="sm" tone="alt">
      Move<Unseen> {card.title}</Unseen>
    </Button>
  </form>
)
