import { RegisterHelp } from './RegisterHelp.tsx'
import type { JSX } from '../../ui/jsx/jsx-runtime.ts'
import { DataRights } from './dataRights.tsx'
import { SendingLetters, WritingLetters } from './letters.tsx'
import { Joining } from './joining.tsx'
import { LetterReaders } from './letterReaders.tsx'
import { LettersBack } from './lettersBack.tsx'
import { Notation } from './notation.tsx'
import { Duplicates, Groups, Handover, Introductions, PeopleLists } from './peopleWork.tsx'

/** One chapter of the help: what officers do, in the order in which they meet it. */
export interface Topic {
  readonly id: string
  readonly title: string
  readonly Body: () => JSX.Element
}

const Today = () => (
  <>
    <p>
      Today is the first page of the office. “Needs you” lists what waits for you, such as the report of an import.
      “Finish setting up” goes when everything in it is done.
    </p>
    <p>
      Whatever you change can be taken back: the dark line at the bottom says what was done and has an Undo button. Undo
      works for 30 days, unless somebody changed the same thing since. Then it says so.
    </p>
  </>
)

const Writing = () => (
  <>
    <p>
      Choose “New” and then post or page. A post has a date and stands in the list of posts; a page stands in the menu,
      such as “About us”.
    </p>
    <ol>
      <li>Write the title and the text, then save. Nobody outside the office sees it yet.</li>
      <li>Preview it. Add categories, a short summary, and the name it appears under.</li>
      <li>Publish it now, or give a day and a time. Times are the group’s own, also when the clocks change.</li>
    </ol>
    <p>
      Saving a published text does not change what readers see until you publish it again. Every version is kept: you
      can compare any two and bring an old one back. If you change the last part of an address, the old one leads to the
      new one.
    </p>
    <p>A text that is withdrawn leaves its address behind, which then says that it was taken down.</p>
    <p>
      “Published elsewhere too”, below the details of a post, is for two things. A text that somebody else published
      first shows its source, the day and by what right it stands here under its title, and search engines are sent to
      the source. A text of yours that a newspaper printed shows where and when, and stands in the list at{' '}
      <a href="/appeared-in">/appeared-in</a>.
    </p>
  </>
)

const Website = () => (
  <>
    <p>
      The menu, categories, tags, names of authors and pictures each have their own page under “Website”. Two categories
      or two authors that are really one can be merged; old addresses keep working.
    </p>
    <p>
      Posts that tell one story in several parts can be made a <a href="/office/series">series</a>. Above each part
      stands which one it is and the way to the others. Move parts up and down; drafts keep their place and are counted
      once they are published.
    </p>
    <p>
      A pen name is a name like any other to readers. Who stands behind it is seen by officers only, never on the
      website.
    </p>
    <p>
      Headline, buttons, facts, quote, notice and imprint of the home page are under{' '}
      <a href="/office/settings">Settings</a>.
    </p>
    <p>
      You may keep your website where it is. Enter its address under{' '}
      <a href="/office/settings#elsewhere">Website elsewhere</a>: the home page here then says what the group is and
      leads there. What you write or bring in here stays out of menu, sitemap and search engines, but whoever knows an
      address can read it, so that you can show it round. Empty the field when you are ready to move.
    </p>
  </>
)

const Import = () => (
  <>
    <p>
      A website made with WordPress can be brought in whole: in WordPress choose Tools, then Export, then “All content”,
      and upload the file here. Nothing on the old website changes, and nobody gets a letter.
    </p>
    <p>
      Afterwards a report says what came in, what was left out and why, and what looks odd: links to somebody’s own
      disk, telephone numbers in public texts, pictures without a description. Importing again brings what is new and
      never overwrites what you have edited here.
    </p>
    <p>
      Pictures can come along as a zip, or be fetched: tick “Fetch the pictures from the old website” while that still
      answers. They come from the website named in the export and from nowhere else, a few at a time. The report says
      which are missing and why, and “Try the missing ones again” asks once more.
    </p>
  </>
)

const TakingOut = () => (
  <>
    <p>
      What you bring in you can take away. Under <a href="/office/website/export">Export</a> you make a file of the
      whole website that WordPress reads, and a zip of its pictures. Brought in at another Backbench, it makes the same
      website again, item by item: posts, pages, comments, menu and old addresses.
    </p>
    <p>
      The chair and the secretary can also <a href="/office/export">take everything</a>: a zip with every text as a page
      that opens by a double click, every picture, and every kind of record as a table. No program is needed to read it.
      You are asked for a reason, because it holds the names and addresses of people, and that they are in it tells what
      they believe. Data protection law wants such a file to have a purpose, and to be deleted when that is over.
    </p>
    <p>
      Each file stays here for a day. Only who asked for it can fetch it, and the journal says who did. Sessions, keys
      and letters on their way are never part of it.
    </p>
  </>
)

const Reads = () => (
  <>
    <p>
      <a href="/office/website/reads">Reads</a> shows how often each page was read: day by day, by the year, and which
      websites led there. The figures can be taken out as CSV. Beside each post stand its own.
    </p>
    <p>
      Nothing is known about who read. The program counts the answers it gives: the day, the page, and the host of the
      website the link stood on. No cookie is set; no network address, browser or language is kept, so nobody can be
      recognised, and the law asks for no consent. Your own visits are not counted while you are signed in. Search
      engines and previews are left out as far as they say what they are, so the figures are a little too high rather
      than exact. Beyond a hundred different websites on one day, the rest are “other”.
    </p>
    <p>If the program is stopped by force, the reads of the last minute are lost. A setting turns counting off.</p>
  </>
)

const Comments = () => (
  <>
    <p>
      Readers comment without an account, on posts that have “Readers may comment” ticked. A letter goes to their
      address; only when they press its button does the comment reach you. Without the press it is deleted after seven
      days, and nobody has read it.
    </p>
    <p>
      What waits is under <a href="/office/comments">Comments</a>. Approve it, mark it as spam, put it in the trash, or
      answer it: an answer is on the website at once, under your name as an author or the group’s. You can tick several
      and decide them together, and undo what you decided. A comment that a reader reports stays until you keep it or
      hide it.
    </p>
    <p>
      Under <a href="/office/settings#comments">Settings</a> you close comments after a time, list words, addresses and
      domains that you want to read first, say whether somebody you approved before may be published at once, and say
      whether officers get a letter. When it comes, each chooses on <a href="/my/letters">How often we write</a>. A
      comment with many links waits, one with more than 20 is refused. A link whose letters could be taken for others is
      shown as it really is, and you are warned.
    </p>
    <p>
      An email address is never shown to readers. It is erased six months after the comment appeared; from then on the
      reader counts as new. Spam and trash are deleted after 30 days, or as you have set. Who asks what you hold, or
      wants to be forgotten: <a href="/office/comments/address">find and erase what a reader left</a>. Network addresses
      are not kept, and not brought in from an old website.
    </p>
  </>
)

const People = () => (
  <>
    <p>
      Nobody has a password. To sign in, a person types their email address and gets a code and a link that work once,
      for fifteen minutes.
    </p>
    <p>
      Quicker and safer is a passkey: your finger, your face or a PIN, on your phone or computer. Add one under{' '}
      <a href="/my/security">Signing in</a>. Without such a device, an authenticator app on any phone shows a code to
      type after the letter. Officers who see people’s details or money need one of the two. Then print the ten recovery
      codes and put them away: each lets you in once when the phone is gone.
    </p>
    <p>
      On the same page you see in which browsers you are signed in, and can sign them out. If phone and codes are both
      lost, sign in by email and choose “Ask another officer for help”. The chair or the secretary speaks to you and
      confirms it; you then start afresh within 24 hours, and both of you get a letter.
    </p>
    <p>
      The chair and the secretary appoint officers and end their offices. Ending an office takes effect at the next
      click. Have at least two officers, so that the group is never locked out. If it is, your host can make a sign-in
      link.
    </p>
  </>
)

const OfficerPages = () => (
  <>
    <p>
      <a href="/officers">Our officers</a> names the officers who agreed to it, and nobody else. Each says yes or no
      under <a href="/my/officer-page">Me on the website</a>, and writes their own words there; no other officer can do
      either for them. The exact words of the yes are kept with its day.
    </p>
    <p>
      A yes can be taken back at any time. Then, and when an office ends, the name, the words and the picture are gone
      from the website with the next request. The list of <a href="/office/officers">officers</a> shows who has said
      yes.
    </p>
  </>
)

const Law = () => (
  <>
    <p>This is no legal advice. It says how Backbench helps with what the law asks of a political group.</p>
    <ul>
      <li>
        That somebody belongs to a political group is sensitive information. Names are shown to the public only where
        you put them; who stands behind a pen name is never shown.
      </li>
      <li>
        The imprint, with name and address of the promoter, stands on every public page. Fill it in before an election
        at the latest.
      </li>
      <li>
        Everyone who can sign in sees on <a href="/my">their own page</a> what is held about them. When somebody asks
        for a copy, you have one month to answer.
      </li>
      <li>
        Comments by the public stay on the group’s own pages, with a link to report each. What readers agree to stands
        beside the form and is kept with each comment. Commenters’ network addresses are dropped, also from an import.
      </li>
      <li>
        Letters about signing in are service messages. A newsletter goes only to who said yes to it. Reading is not
        tracked: pages set no cookie for visitors and load nothing from elsewhere.
      </li>
      <li>When somebody’s details are erased, the record keeps that something was done, never who they were.</li>
      <li>
        Pages are built to the Web Content Accessibility Guidelines, level AA. Your part is to describe pictures in
        words and to use headings in order.
      </li>
    </ul>
  </>
)

const Keyboard = () => (
  <>
    <p>Everything works by keyboard and without JavaScript.</p>
    <table class="table">
      <caption class="unseen">Keys</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Does</th>
        </tr>
      </thead>
      <tbody>
        <Key keys="Tab, Shift and Tab" does="To the next and to the previous link, button or field" />
        <Key keys="Enter on the first stop" does="Past the navigation, straight to the page" />
        <Key
          keys="Ctrl and K, or Cmd and K"
          does="To the search, which also finds things to do, such as “write a post”"
        />
        <Key keys="Space or Enter" does="Presses a button, opens a menu" />
        <Key keys="Arrow keys" does="Choose among round buttons, such as the colours" />
      </tbody>
    </table>
  </>
)

const Key = ({ keys, does }: { keys: string; does: string }) => (
  <tr>
    <th scope="row">{keys}</th>
    <td>{does}</td>
  </tr>
)

export const topics: readonly Topic[] = [
  { id: 'today', title: 'Today and undo', Body: Today },
  { id: 'writing', title: 'Writing and publishing', Body: Writing },
  { id: 'signs', title: 'Signs for headings, lists and pictures', Body: Notation },
  { id: 'website', title: 'Menu, categories, authors', Body: Website },
  { id: 'import', title: 'Bringing a website in', Body: Import },
  { id: 'taking-out', title: 'Taking your website or everything with you', Body: TakingOut },
  { id: 'reads', title: 'How often pages are read', Body: Reads },
  { id: 'readers', title: 'Comments', Body: Comments },
  { id: 'letter-writing', title: 'Writing a letter to many', Body: WritingLetters },
  { id: 'letters', title: 'Sending a letter', Body: SendingLetters },
  { id: 'letter-readers', title: 'What readers of a letter can do', Body: LetterReaders },
  { id: 'letters-back', title: 'Replies, and letters that come back', Body: LettersBack },
  { id: 'register', title: 'The register: who sees what', Body: RegisterHelp },
  { id: 'joining', title: 'How people join, and their own page', Body: Joining },
  { id: 'people-lists', title: 'Bringing in a list of people', Body: PeopleLists },
  { id: 'duplicates', title: 'Two records of one person', Body: Duplicates },
  { id: 'groups', title: 'Local and policy groups, and numbers', Body: Groups },
  { id: 'introductions', title: 'Members who want to meet', Body: Introductions },
  { id: 'people', title: 'Officers and signing in', Body: People },
  { id: 'handover', title: 'An office that changes hands', Body: Handover },
  { id: 'officer-pages', title: 'Officers on the website', Body: OfficerPages },
  { id: 'data-rights', title: 'What people may ask about their data', Body: DataRights },
  { id: 'law', title: 'What the law asks', Body: Law },
  { id: 'keyboard', title: 'Keyboard', Body: Keyboard },
]
