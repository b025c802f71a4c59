/** What those who get a letter can do with it, for officers who are asked. */
export const LetterReaders = () => (
  <>
    <p>
      At the foot of every letter are two links. “Stop these emails” ends the newsletter, or notices if the letter was
      one, with one press. Mail programs such as Gmail show a button of their own that does the same. You need do
      nothing: whoever said no is left out of the next letter by itself, also when they stand in a list you bring in.
    </p>
    <p>
      “Choose what you get” shows what a person is sent. They can say yes or no to each kind, and ask for fewer letters:
      one newsletter a month at most, or notices once a day or a week. Members find the same on their own page. Whoever
      wants one a month is left out of a second newsletter within four weeks.
    </p>
    <p>
      “Notices” are also what tells you as an officer that a comment, a reply or an introduction waits. Say on{' '}
      <a href="/my/letters">How often we write</a> that you want them once a day, at 7 in the morning, or on Mondays:
      they then come together in one letter. Codes and confirmations always come at once.
    </p>
    <p>
      The links work without signing in, so that anybody can use them. Whoever a letter was forwarded to can use them
      too. They show no name and no address, and can do nothing else.
    </p>
    <p>
      Put an “Ask” into a letter and readers answer yes, no or a few words. The answers stand under the letter in
      “Answers”, by region, and by council where at least five came from one. Who said what is shown only to officers
      who see names, after a second factor. Answers are taken for sixty days, or until you close the questions.
    </p>
    <p>
      A letter that went out stands on your website at <a href="/letters">/letters</a>, unless you chose otherwise when
      you wrote it. There it begins “Dear reader” and holds no reader’s links. Letters for members, and notices, are
      shown to members who have signed in.
    </p>
  </>
)
