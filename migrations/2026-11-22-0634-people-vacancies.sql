-- Offices that need somebody, who would take one on, and what is handed over with it. New tables: no locks to speak of.
create table people.vacancy (
  group_id        int not null references platform.group,
  id              uuid not null default uuidv7(),
  role            text not null check (role in
    ('chair', 'vice_chair', 'secretary', 'treasurer', 'membership', 'editor', 'policy', 'parliament', 'coordinator')),
  notice          text not null check (length(notice) between 1 and 4000),   -- what the office takes, for members
  say_by          date not null,
  opened_at       timestamptz not null,
  state           text not null default 'open' check (state in ('open', 'filled', 'closed')),
  state_since     timestamptz not null,
  -- Once somebody is chosen: the line of the old office that ends and of the new one that begins, on the same day.
  ends_id         uuid,
  begins_id       uuid,
  hands_over_on   date,
  handed_over_at  timestamptz,   -- signed off by whoever leaves
  taken_over_at   timestamptz,   -- and by whoever comes
  primary key (group_id, id),
  foreign key (group_id, ends_id) references people.role_held,
  foreign key (group_id, begins_id) references people.role_held,
  check ((state = 'filled') = (begins_id is not null)),
  check ((begins_id is null) = (hands_over_on is null)),
  check (begins_id is not null or (ends_id is null and handed_over_at is null and taken_over_at is null))
);
create index vacancy_ends on people.vacancy (group_id, ends_id);
create index vacancy_begins on people.vacancy (group_id, begins_id);
call platform.belongs_to_group('people.vacancy');

-- In confidence: who would take an office on. Kept a week beyond the appointment, in case that is taken back.
create table people.vacancy_interest (
  group_id       int not null references platform.group,
  vacancy_id     uuid not null,
  person_id      uuid not null,
  words          text not null default '' check (length(words) <= 2000),
  hide_from_holder boolean not null default false,   -- whoever holds the office today shall not see it
  said_at        timestamptz not null,
  primary key (group_id, vacancy_id, person_id),
  foreign key (group_id, vacancy_id) references people.vacancy on delete cascade,
  foreign key (group_id, person_id) references people.person
);
create index vacancy_interest_person on people.vacancy_interest (group_id, person_id);
call platform.belongs_to_group('people.vacancy_interest');

-- Who was written to about a vacancy: each person once, whatever happens.
create table people.vacancy_letter (
  group_id   int not null references platform.group,
  vacancy_id uuid not null,
  person_id  uuid not null,
  sent_at    timestamptz not null,
  primary key (group_id, vacancy_id, person_id),
  foreign key (group_id, vacancy_id) references people.vacancy on delete cascade,
  foreign key (group_id, person_id) references people.person
);
create index vacancy_letter_person on people.vacancy_letter (group_id, person_id);
call platform.belongs_to_group('people.vacancy_letter');

-- A line of the handover pack: something to pass on and where it is kept (never a password itself), or a promise made.
create table people.handover_item (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  vacancy_id uuid not null,
  kind       text not null check (kind in ('thing', 'promise')),
  what       text not null check (length(what) between 1 and 200),
  place      text not null default '' check (length(place) <= 300),
  due_on     date,
  done_at    timestamptz,
  position   int not null default 0,
  primary key (group_id, id),
  foreign key (group_id, vacancy_id) references people.vacancy on delete cascade
);
create index handover_item_vacancy on people.handover_item (group_id, vacancy_id, position);
call platform.belongs_to_group('people.handover_item');
