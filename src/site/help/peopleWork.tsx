/** What officers do with the people of the register, beyond looking one up. */
export const PeopleLists = () => (
  <>
    <p>
      Under <a href="/office/register/import">Bring in people</a> you send a list as it is: from Excel, Numbers or
      LibreOffice, saved as .xlsx or .csv, or as names pasted one on each line. The program guesses what each column is,
      and remembers what you chose for the next list with the same headings.
    </p>
    <ol>
      <li>Look whether each column is what it says, and read the list.</li>
      <li>
        See what would change: who is new, who is known and differs, who is as before, and which rows have a problem.
        Mend those where they stand, or leave them out.
      </li>
      <li>Bring it in. It comes in whole or not at all, and you can undo it for 30 days.</li>
    </ol>
    <p>
      Nobody is written to because of a list. A “yes” in it counts only when you say how people said it; otherwise they
      are held and not sent the newsletter. What a person told you themselves is never changed by a list.
    </p>
    <p>
      You may <a href="/office/letters/still-right">ask them once</a> whether it is still right: one letter with fixed
      words, once in their life. A yes brings them the newsletter, a no stands, and silence is a no. Asking for a yes by
      email may itself count as advertising, so ask only people who would not be surprised to hear from you.
    </p>
  </>
)

export const Duplicates = () => (
  <p>
    Each night records that may be the same person are looked for: by address, by name and postcode, and by names that
    are spelt nearly alike. Under <a href="/office/register/duplicates">Duplicates</a> you see the two side by side and
    choose what is right. Everything else of both is kept, where one said no and the other yes it is no, and both
    addresses go on working. You can undo it, or say that they are two people: then you are not asked again.
  </p>
)

export const Groups = () => (
  <>
    <p>
      <a href="/office/register/groups">Local and policy groups</a> have people and coordinators. A coordinator sees the
      people of their own group, with what they need to write to them, and nobody else’s.
    </p>
    <p>
      <a href="/office/register/numbers">Numbers</a> counts members, supporters, parliamentarians and councillors by
      region, kind and time, on any past day too. They name nobody: they are what the chair’s report needs.
    </p>
  </>
)

export const Handover = () => (
  <>
    <p>
      When somebody is to leave an office, open a <a href="/office/officers/vacancies">vacancy</a> that says what the
      office takes. Members read it on their own page and say in confidence that they would do it. Only the chair and
      the secretary read that, and the present holder does not where a member asks for it.
    </p>
    <p>
      Then choose who takes it on, from which day, and where that was decided. On that day permissions move by
      themselves: the one who leaves loses them, also where they are signed in, and the other has them. The handover
      pack lists keys, papers, promises and days to come; it prints as a paper that both sign. Write where a password is
      kept, never the password.
    </p>
  </>
)

export const Introductions = () => (
  <p>
    Members can ask to <a href="/my/introductions">meet others</a> near them or with an interest. Those who agreed to be
    asked are asked, one by one; only who says yes is introduced, and both know beforehand what the other sees. Who says
    no leaves no trace. Officers see how many introductions there were, and never who asked.
  </p>
)
