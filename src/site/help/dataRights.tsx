/** What people may ask about their data, for officers. The law as features, in a line each. */
export const DataRights = () => (
  <>
    <p>
      People ask on their own page, under <a href="/my/requests">My data and my rights</a>. What comes by letter, by
      email or by word of mouth you enter under <a href="/office/requests">Requests</a>. Each has a day by which it must
      be answered, and Today reminds you. None of this is legal advice.
    </p>
    <ul>
      <li>
        <b>Access.</b> Everything Backbench holds is put together in one page and one file. Look in your own letters and
        papers too.
      </li>
      <li>
        <b>Erasure.</b> A trial run shows what would go and what stays, and why. A second officer must agree. Then it is
        done for good, and a proof is kept that names nobody.
      </li>
      <li>
        <b>Restriction.</b> The record stays and is not used: nobody is written to, and no list names them.
      </li>
      <li>
        <b>Objection.</b> What is ticked stops at once. Only the person can say yes to it again.
      </li>
      <li>
        <b>Correction.</b> Put it right in the register, or say why it is right as it stands.
      </li>
      <li>
        <b>Complaint.</b> Say within 30 days that it came, then find out what happened and answer.
      </li>
    </ul>
    <p>
      The law gives one calendar month, and two more where it is complex, if you say so with a reason in the first
      month. While you ask the person what they mean, the clock stands still. Weekends and holidays are not added: who
      answers by the day shown is in time.
    </p>
    <p>
      <a href="/office/requests/retention">Kept long enough</a> lists what your own years say you no longer need.
      Nothing is deleted until one of you says so, and keeping something for another year needs a reason.
    </p>
  </>
)
