-- Lists of people on their way into the register: what was sent, how its columns are read, and what each row would change.
-- New tables only.

create table people.import (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  file_name   text not null check (length(file_name) between 1 and 300),
  pasted      boolean not null default false,   -- names, one a line; otherwise a table
  file_sha256 text,                             -- what was sent, until it came in or was given up
  sheet       int not null default 0,
  sheets      jsonb not null default '[]',
  columns     jsonb not null,                   -- by column: heading, guessed field, how sure, three values
  mapping     jsonb not null,                   -- by column: the field it is, or null
  choices     jsonb not null default '{}',
  state       text not null check (state in ('matching', 'reading', 'checking', 'bringing', 'done', 'undone', 'refused', 'failed')),
  rows_read   int not null default 0,
  remarks     jsonb not null default '[]',
  counts      jsonb,
  trouble     text,
  act_id      uuid,                             -- the act that brought it in
  started_by  uuid,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  primary key (group_id, id)
);
create index import_begun on people.import (group_id, started_at desc);
call platform.belongs_to_group('people.import');

-- Each row as it was understood; gone as soon as the list came in, and after a week if it never does.
create table people.import_row (
  group_id   int not null,
  import_id  uuid not null,
  place      int not null,            -- in the list
  row        int not null,            -- as the file counts; one line of names may hold several people
  cells      jsonb not null,
  facts      jsonb not null,          -- columns of people.person
  besides    jsonb not null,          -- consent, topics, hats, part, notes, and the day it ended
  email      text,                    -- lower case; with name and postcode, what people are known again by
  name_key   text,
  postcode   text,
  suppressed boolean not null default false,
  problems   jsonb not null default '[]',
  notices    jsonb not null default '[]',
  decided    text check (decided in ('same', 'another', 'left_out')),
  -- What the register makes of it
  state      text not null default 'new' check (state in ('new', 'changed', 'same', 'problem', 'left_out')),
  person_id  uuid,
  changes    jsonb not null default '{}',
  likely     jsonb,                   -- whom it may be, and why that must be asked
  primary key (group_id, import_id, place),
  foreign key (group_id, import_id) references people.import on delete cascade
);
create index import_row_state on people.import_row (group_id, import_id, state, place);
create index import_row_person on people.import_row (group_id, person_id) where person_id is not null;
call platform.belongs_to_group('people.import_row');
comment on table people.import_row is 'archive: left out, because a list that has not come in is sent again';

-- How a list with these headings was read the last time.
create table people.import_mapping (
  group_id  int not null references platform.group,
  signature text not null check (length(signature) = 64),
  mapping   jsonb not null,           -- from heading to field
  used_at   timestamptz not null,
  primary key (group_id, signature)
);
call platform.belongs_to_group('people.import_mapping');
grant maintain on people.import_row, people.person, people.membership, people.basis to backbench_app;
