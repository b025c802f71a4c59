-- Second factors: passkeys, authenticator codes, recovery codes, and help from another officer.
alter table people.person
  add column passkey_declined_at timestamptz;      -- said "not now" to the offer of a passkey: not asked again

alter table people.session
  add column id uuid not null default uuidv7(),    -- names it in addresses; the hash of its token stays here
  add column browser text check (length(browser) <= 60), -- 'Firefox on Windows': no version, no network address
  add column second_factor text check (second_factor in ('passkey', 'authenticator', 'recovery code'));
create unique index session_id on people.session (group_id, id);

create table people.passkey (
  group_id      int not null references platform.group,
  id            uuid not null default uuidv7(),
  person_id     uuid not null,
  name          text not null check (length(name) between 1 and 60),
  rp_id         text not null,                     -- the host name it was made for; browsers offer it nowhere else
  credential_id text not null check (length(credential_id) between 1 and 1400), -- base64url, at most 1023 bytes
  public_key    bytea not null,                    -- COSE
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  made_at       timestamptz not null,
  last_used_at  timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index passkey_credential on people.passkey (group_id, credential_id);
create index passkey_person on people.passkey (group_id, person_id);
call platform.belongs_to_group('people.passkey');

create table people.authenticator (
  group_id      int not null references platform.group,
  id            uuid not null default uuidv7(),
  person_id     uuid not null,
  sealed_secret text not null,                     -- AES-256-GCM under the installation's secret
  made_at       timestamptz not null,
  confirmed_at  timestamptz,                       -- null until a first code has proved that the app has the key
  last_step     bigint not null default 0,         -- of 30 seconds; a code of this one or before is refused
  last_used_at  timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index authenticator_person on people.authenticator (group_id, person_id);
call platform.belongs_to_group('people.authenticator');

create table people.recovery_code (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  person_id uuid not null,
  code_hash text not null,
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index recovery_code_hash on people.recovery_code (group_id, person_id, code_hash);
call platform.belongs_to_group('people.recovery_code');

-- Between the letter and the session: the person has shown their mailbox and has still to show a second factor.
create table people.second_step (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  person_id  uuid not null,
  token_hash text not null,
  attempts   int not null default 0,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index second_step_token on people.second_step (group_id, token_hash);
call platform.belongs_to_group('people.second_step');

-- What a passkey is asked to sign: good once, for five minutes, for one purpose.
create table people.challenge (
  group_id       int not null references platform.group,
  id             uuid not null default uuidv7(),
  challenge_hash text not null,
  purpose        text not null check (purpose in ('add', 'sign in', 'second step')),
  person_id      uuid,                             -- null: whoever the passkey belongs to
  expires_at     timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index challenge_hash on people.challenge (group_id, challenge_hash);
call platform.belongs_to_group('people.challenge');

-- Somebody who lost every factor asks; another officer says that it is them; they start afresh within a day.
create table people.recovery (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  person_id   uuid not null,
  state       text not null default 'asked' check (state in ('asked', 'confirmed', 'refused', 'used', 'withdrawn')),
  asked_at    timestamptz not null,
  answered_at timestamptz,
  answered_by uuid check (answered_by <> person_id),
  ends_at     timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, answered_by) references people.person
);
create unique index recovery_open on people.recovery (group_id, person_id) where state in ('asked', 'confirmed');
call platform.belongs_to_group('people.recovery');
