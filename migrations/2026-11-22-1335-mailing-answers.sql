-- Questions in letters, and what readers answer.

-- What a reader answered to a question in a letter: one answer for each person and question, the last one they gave. It goes
-- with the person.
create table mailing.answer (
  group_id    int not null references platform.group,
  letter_id   uuid not null,
  ask_id      uuid not null,                -- a block of the letter
  person_id   uuid not null,
  says        text check (says in ('yes', 'no')),
  words       text not null default '' check (length(words) <= 500),
  answered_at timestamptz not null,
  primary key (group_id, letter_id, ask_id, person_id),
  foreign key (group_id, letter_id) references mailing.letter,
  foreign key (group_id, person_id) references people.person,
  check (says is not null or words <> '')
);
create index answer_person on mailing.answer (group_id, person_id);
call platform.belongs_to_group('mailing.answer');

-- From then on nobody answers the letter's questions any more.
alter table mailing.letter add column asks_closed_at timestamptz;
