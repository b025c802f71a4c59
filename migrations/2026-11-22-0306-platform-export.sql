-- What was asked to be taken out: made by a job, kept for a day for whoever asked, then removed.
create table platform.export (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  kind       text not null check (kind in ('website', 'pictures', 'group')),
  state      text not null default 'waiting' check (state in ('waiting', 'ready', 'failed', 'removed')),
  asked_by   uuid not null,     -- people.person
  asked_at   timestamptz not null,
  reason     text not null default '' check (length(reason) <= 500),
  stored_as  text check (stored_as ~ '^[0-9a-f]{64}$'), -- a SHA-256, but named so that archives do not take the file along
  bytes      bigint,
  ended_at   timestamptz,
  expires_at timestamptz,
  primary key (group_id, id),
  check ((state = 'ready') = (stored_as is not null and expires_at is not null))
);
create index export_asked on platform.export (group_id, asked_by, asked_at desc);
create index export_expiry on platform.export (expires_at) where state = 'ready';
call platform.belongs_to_group('platform.export');
comment on table platform.export is 'archive: left out, because what was taken out lies here for a day only';
