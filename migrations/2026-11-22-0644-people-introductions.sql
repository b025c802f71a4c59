-- Members who ask to meet others, and what those said who were asked. New tables: no locks to speak of.
create table people.introduction (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  by_what   text not null check (by_what in ('constituency', 'council', 'region', 'interest')),
  place     text check (place ~ '^[A-Z][0-9]{8}$'),    -- the asker's, when they asked
  topic_id  uuid,
  words     text not null default '' check (length(words) <= 300),
  asked_at  timestamptz not null,
  ends_at   timestamptz not null check (ends_at >= asked_at),
  sought_at timestamptz,                               -- when others were looked for and written to
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, topic_id) references people.topic on delete cascade,
  check ((by_what = 'interest') = (topic_id is not null)),
  check ((by_what = 'interest') = (place is null))
);
create index introduction_person on people.introduction (group_id, person_id, asked_at);
create index introduction_topic on people.introduction (group_id, topic_id);
call platform.belongs_to_group('people.introduction');

-- One row for each person asked, and so one letter. A no, and no answer, look the same to everybody but that person.
create table people.introduction_answer (
  group_id        int not null references platform.group,
  introduction_id uuid not null,
  person_id       uuid not null,
  token_hash      text not null,
  asked_at        timestamptz not null,
  answer          text check (answer in ('yes', 'no')),
  answered_at     timestamptz,
  primary key (group_id, introduction_id, person_id),
  foreign key (group_id, introduction_id) references people.introduction on delete cascade,
  foreign key (group_id, person_id) references people.person,
  check ((answer is null) = (answered_at is null))
);
create unique index introduction_answer_token on people.introduction_answer (group_id, token_hash);
create index introduction_answer_person on people.introduction_answer (group_id, person_id, asked_at);
call platform.belongs_to_group('people.introduction_answer');
