import { civilDayWords, plural } from '../../../ui/words.ts'
import type { Contents, PackedFile, PackedPage, PackedTable } from '../contents.ts'

interface Props {
  group: string
  day: string
  contents: Contents
}

/** What the export holds, with a link to each of it. */
export const IndexPage = ({ group, day, contents: { pages, files, tables, leftBehind } }: Props) => (
  <div>
    <h1>{group}</h1>
    <p class="about">
      Everything the group keeps, as it was on {civilDayWords(day)}. README.txt says what is where. Some of it is
      personal: keep it safe, and delete it when it has done its work.
    </p>
    {sectionsOf(pages).map(([section, some]) => (
      <PageList section={section} pages={some} />
    ))}
    <FileList files={files} />
    <TableList tables={tables} />
    <h2>What is not in here</h2>
    <ul>
      {Object.entries(leftBehind).map(([table, why]) => (
        <li>
          <code>{table}</code>: {why}
        </li>
      ))}
    </ul>
  </div>
)

/** What is public comes first. */
const sectionsOf = (pages: readonly PackedPage[]) =>
  [...Map.groupBy(pages, ({ section }) => section)].toSorted(([a], [b]) => placeOf(a) - placeOf(b))
const ORDER = ['Posts', 'Pages', 'Not public']
const placeOf = (section: string): number => ORDER.indexOf(section)

const PageList = ({ section, pages }: { section: string; pages: readonly PackedPage[] }) => (
  <section>
    <h2>{section}</h2>
    <p class="about">{plural(pages.length, 'text')}</p>
    <ul>
      {pages.map(({ title, day, place, lang }) => (
        <li>
          <a href={place} lang={lang}>
            {title}
          </a>{' '}
          <span class="about">{day}</span>
        </li>
      ))}
    </ul>
  </section>
)

const FileList = ({ files }: { files: readonly PackedFile[] }) => (
  <section>
    <h2>Pictures and files</h2>
    {files.length === 0 && <p>There are none.</p>}
    <ul>
      {files.map(({ place, about }) => (
        <li>
          <a href={place}>{place.replace(/^files\//, '')}</a> <span class="about">{about}</span>
        </li>
      ))}
    </ul>
  </section>
)

const TableList = ({ tables }: { tables: readonly PackedTable[] }) => (
  <section>
    <h2>Tables</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">For a spreadsheet</th>
          <th scope="col">For a program</th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ title, why, csv, json }) => (
          <tr>
            <th scope="row">
              {title}
              <div class="about">{why}</div>
            </th>
            <td>
              <a href={csv}>CSV</a>
            </td>
            <td>
              <a href={json}>JSON</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
