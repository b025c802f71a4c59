-- By what people's records are compared: made from name, email and postcode, and made anew when those change. Two records that
-- share no key are never compared, so that a register of 100,000 takes seconds.
create table people.likeness (
  group_id  int not null references platform.group,
  person_id uuid not null,
  of        text not null,              -- a hash of what the keys were made from
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references people.person
);
call platform.belongs_to_group('people.likeness');

create table people.likeness_key (
  group_id  int not null references platform.group,
  key       text not null,
  person_id uuid not null,
  primary key (group_id, key, person_id),
  foreign key (group_id, person_id) references people.person
);
create index likeness_key_person on people.likeness_key (group_id, person_id);
call platform.belongs_to_group('people.likeness_key');

-- Two records that may be one person's, and what officers said of it.
create table people.duplicate (
  group_id int not null references platform.group,
  one_id   uuid not null,
  other_id uuid not null check (other_id > one_id),
  score    int not null check (score between 1 and 100),
  reasons  text[] not null,
  found_at timestamptz not null,
  apart_at timestamptz,                 -- an officer said: these are two people. Not proposed again
  primary key (group_id, one_id, other_id),
  foreign key (group_id, one_id) references people.person,
  foreign key (group_id, other_id) references people.person
);
create index duplicate_other on people.duplicate (group_id, other_id);
create index duplicate_open on people.duplicate (group_id, score) where apart_at is null;
call platform.belongs_to_group('people.duplicate');
