-- The core of people: who may sign in, and which office they hold.
create schema people;
grant usage on schema people to backbench_app;

create table people.person (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  name       text not null check (length(name) between 1 and 300),
  email      text check (length(email) between 3 and 254 and position('@' in email) > 1),
  kind       text not null default 'contact' check (kind in
    ('member', 'supporter', 'parliamentarian', 'councillor', 'appointee', 'partner', 'press', 'patron', 'contact')),
  created_at timestamptz not null,
  primary key (group_id, id)
);
create unique index person_email on people.person (group_id, lower(email));
call platform.belongs_to_group('people.person');

-- Read on each request, so that ending a role acts at once.
create table people.role_held (
  group_id  int not null,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  role      text not null check (role in
    ('chair', 'vice_chair', 'secretary', 'treasurer', 'membership', 'editor', 'policy', 'parliament', 'coordinator')),
  from_on   date not null,
  to_on     date,
  minute    text,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  check (to_on is null or to_on >= from_on)
);
create index role_held_person on people.role_held (group_id, person_id);
call platform.belongs_to_group('people.role_held');

create table people.session (
  group_id     int not null,
  token_hash   text not null,
  person_id    uuid not null,
  started_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  by_host      boolean not null default false,   -- opened with a host's link: counts as second factor
  primary key (group_id, token_hash),
  foreign key (group_id, person_id) references people.person
);
create index session_person on people.session (group_id, person_id);
call platform.belongs_to_group('people.session');

-- One request to sign in: a link and a six-digit code for the same letter. A row exists also for an address nobody
-- holds (person_id null), so that the page behaves alike for both.
create table people.sign_in (
  group_id     int not null references platform.group,
  id           uuid not null default uuidv7(),
  person_id    uuid,
  token_hash   text not null,
  code_hash    text,
  browser_hash text,             -- null: a host's link, good in any browser
  attempts     int not null default 0,
  made_at      timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,       -- by the browser that asked
  used_elsewhere_at timestamptz, -- by a press of the button in another one (mail scanners do that)
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index sign_in_token on people.sign_in (group_id, token_hash);
call platform.belongs_to_group('people.sign_in');

-- Public face of the slice: names by id, for pages that say who did something.
create view people.named with (security_invoker = true) as select group_id, id, name from people.person;
grant select on people.named to backbench_app;
