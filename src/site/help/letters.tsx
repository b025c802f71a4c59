/** How a letter to many is written, for officers. */
export const WritingLetters = () => (
  <>
    <p>
      <a href="/office/letters/new">Write a letter</a> asks for a subject and what kind it is. “Draft it for me” gathers
      what happened since your last newsletter: posts, figures, offices that need somebody. Whatever you do can be
      undone.
    </p>
    <ol>
      <li>
        A letter is made of parts: a greeting, text, a story from your website, an event, a figure, a question answered,
        an ask, a button, a line. Change each on its own page, move it up or down, take it out, add one wherever you
        like.
      </li>
      <li>
        A story follows its post: its title and its beginning change with the post until you send the letter. What you
        type yourself stands.
      </li>
      <li>
        An ask is a question that readers answer with yes, no or a few words, without signing in. What they said stands
        under “Answers”, by area.
      </li>
      <li>
        “Look” shows the letter on a computer, on a phone, in the dark, without pictures and as plain text, and sends
        you a test.
      </li>
      <li>
        “Checks” says what readers would notice: a letter too long to be shown whole, a picture without words, a link
        that leads nowhere, no imprint; and what the domain your letters come from says of you. SPF, DKIM and DMARC are
        three entries by which receivers tell your letters from forgeries. Whoever keeps the domain adds them.
      </li>
    </ol>
  </>
)

/** How a letter to many goes out, for officers. */
export const SendingLetters = () => (
  <>
    <p>
      <a href="/office/letters">Letters</a> lists newsletters and notices with what became of each. The chair, the
      vice-chair, the secretary and the editor write them; the editor does not send.
    </p>
    <ol>
      <li>
        Choose who gets it: everybody, or a view that you kept in the register. You see how many get it, and how many do
        not and why. Everybody is counted once. A newsletter goes only to those who said yes to newsletters, a notice
        only to members who are owed notices. There is no button that changes that.
      </li>
      <li>
        Look under “Send” at what will happen. If your mail provider takes only so many letters a day, enter that under{' '}
        <a href="/office/settings#pace">Pace of letters</a>: a large letter then takes several days, and you are told
        before on which day it ends.
      </li>
      <li>
        Send it now, or at a day and time by the group’s clock. You are asked once. It goes out after five minutes at
        the earliest, and can be called back until then.
      </li>
      <li>
        While it goes out you can pause it, go on, or stop it for good. If the mail server refuses one letter in five,
        it pauses itself, tells you the server’s words, and stands on Today.
      </li>
    </ol>
    <p>
      Nobody gets a letter twice. If the line breaks while one is handed over, nobody can tell whether it arrived: it is
      called uncertain, and goes again only when you say so.
    </p>
    <p>
      “Results” says how many were taken, came back, were answered and were stopped. Nobody knows who opened it: nothing
      in it could tell. Links to your own website carry one plain word, the same for every reader, such as
      ?via=december-2026. Pages read, comments and joinings that came from them are counted by that word and the day.
    </p>
  </>
)
