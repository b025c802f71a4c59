-- What every slice stands on: groups, the journal, undo, settings, files, letters, limits.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema platform;
grant usage on schema platform to backbench_app;

-- The group a transaction speaks for; null outside one, so that every policy then hides every row.
create function platform.current_group() returns int language sql stable parallel safe
  return nullif(current_setting('app.group_id', true), '')::int;

-- Gives a group's table its lock: rows of the transaction's own group, nothing else. Not forced, because
-- under FORCE a backfill by the owner silently updates no row.
create procedure platform.belongs_to_group(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('create policy own_group on %s using (group_id = platform.current_group())', table_name);
  execute format('grant select, insert, update, delete on %s to backbench_app', table_name);
end $$;

-- Marks the transaction as having changed what the public can see; the act raises content_version once, at its end.
create function platform.public_changed() returns trigger language plpgsql as $$
begin
  perform set_config('app.public_changed', '1', true);
  return null;
end $$;

create procedure platform.is_public(table_name regclass) language plpgsql as $$
begin
  execute format('create trigger public_changed after insert or update or delete on %s
    for each statement execute function platform.public_changed()', table_name);
end $$;

-- Shared: found by the request's host before any group is known. Holds nothing personal.
create table platform.group (
  id              int generated always as identity primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
  name            text not null check (length(name) between 1 and 120),
  hue             real not null default 162 check (hue >= 0 and hue < 360),
  chroma          real not null default 0.105 check (chroma between 0 and 0.15),
  zone            text not null default 'Europe/London',
  content_version bigint not null default 1,
  created_at      timestamptz not null default now()
);

-- Shared: the names a group answers to. Lower case, without a port.
create table platform.host (
  name     text primary key check (name = lower(name) and length(name) between 1 and 253),
  group_id int not null references platform.group,
  main     boolean not null default false
);
create unique index host_one_main on platform.host (group_id) where main;
grant select, insert, update on platform.group to backbench_app;
grant select, insert, update, delete on platform.host to backbench_app;

-- Audit record, activity feed and event bus. Ids only: never a value, a name or an address.
create table platform.journal (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  act_id      uuid not null,
  happened_at timestamptz not null,
  actor_kind  text not null check (actor_kind in ('visitor', 'person', 'host', 'job')),
  actor_id    uuid,
  event       text not null,
  payload     jsonb not null default '{}',
  primary key (group_id, id)
);
create index journal_act on platform.journal (group_id, act_id);
create index journal_event on platform.journal (group_id, event, happened_at desc);
call platform.belongs_to_group('platform.journal');
revoke update, delete on platform.journal from backbench_app;

-- Rows as they were before an act, kept apart from the journal so that erasing a person can remove them.
create table platform.undo (
  group_id   int not null references platform.group,
  id         bigint generated always as identity,
  act_id     uuid not null,
  table_name text not null,
  key        jsonb not null,
  before     jsonb,             -- null: the act inserted the row
  after_hash text,              -- null: the act deleted the row
  expires_at timestamptz not null,
  undone_at  timestamptz,
  primary key (group_id, id)
);
create index undo_act on platform.undo (group_id, act_id);
create index undo_expiry on platform.undo (expires_at);
call platform.belongs_to_group('platform.undo');

create table platform.setting (
  group_id int not null references platform.group,
  name     text not null,       -- 'publishing.headline'
  value    jsonb not null,
  primary key (group_id, name)
);
call platform.belongs_to_group('platform.setting');
call platform.is_public('platform.setting');

-- A stored file, by its content. Several records may use one.
create table platform.file (
  group_id   int not null references platform.group,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes      bigint not null,
  width      int,
  height     int,
  stored_at  timestamptz not null,
  primary key (group_id, sha256)
);
call platform.belongs_to_group('platform.file');

-- A letter to one address on its way out. 'handing_over' is committed before the SMTP dialogue and 'accepted' after
-- it, so that a crash in between leaves an uncertain letter, never a second copy. The body is dropped once accepted.
create table platform.letter (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  to_address text,
  subject    text not null,
  body       text,
  state      text not null default 'waiting' check (state in ('waiting', 'handing_over', 'accepted', 'refused')),
  attempts   int not null default 0,
  written_at timestamptz not null,
  ended_at   timestamptz,
  primary key (group_id, id)
);
call platform.belongs_to_group('platform.letter');

-- Rate limits may be lost in a crash without harm, so they cost no log.
create unlogged table platform.rate (
  group_id   int not null,
  key        text not null,     -- keyed hash; never an address
  window_at  timestamptz not null,
  count      int not null,
  primary key (group_id, key, window_at)
);
call platform.belongs_to_group('platform.rate');
