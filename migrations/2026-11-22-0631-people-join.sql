-- Joining: what somebody has answered so far, apart from the register until their address is confirmed. New tables only.

-- One row for each browser that began. Emptied when confirmed or found known; gone a day after it was begun and not sent,
-- and seven days after it was sent.
create table people.application (
  group_id     int not null references platform.group,
  id           uuid not null default uuidv7(),
  browser_hash text not null check (length(browser_hash) between 20 and 100), -- of the token in the browser's cookie
  answers      jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 20000),
  begun_at     timestamptz not null,
  sent_at      timestamptz,
  origin       text check (length(origin) <= 300), -- where it was sent from, so that the letter's link leads there
  answered_at  timestamptz,              -- when the letter was written
  letter_hash  text check (length(letter_hash) between 20 and 100), -- of the token in the letter's link
  confirmed_at timestamptz,
  primary key (group_id, id),
  check (answered_at is null or sent_at is not null),
  check (confirmed_at is null or letter_hash is not null)
);
create unique index application_browser on people.application (group_id, browser_hash);
create unique index application_letter on people.application (group_id, letter_hash) where letter_hash is not null;
create index application_begun on people.application (group_id, begun_at);
create index application_email on people.application (group_id, lower(answers ->> 'email'));
call platform.belongs_to_group('people.application');

-- When an officer last looked at those who joined of themselves.
create table people.newcomers_seen (
  group_id   int not null references platform.group,
  officer_id uuid not null,
  seen_at    timestamptz not null,
  primary key (group_id, officer_id),
  foreign key (group_id, officer_id) references people.person
);
call platform.belongs_to_group('people.newcomers_seen');
