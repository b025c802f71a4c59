-- Pictures fetched from the old website, after an import that was told to.

alter table publishing.import
  add column fetch_media boolean not null default false, -- whoever asked for it wants the pictures fetched
  add column media_site text,                       -- the old website's address, once the import has come in and they are
  add column media_bytes bigint not null default 0; -- what has come since somebody last asked, whatever became of it

-- A picture whose file is wanted, or was fetched, and how that went. One row for each picture: importing again, or asking
-- again, takes up those that are missing.
create table publishing.media (
  group_id   int not null,
  id         uuid not null default uuidv7(),
  import_id  uuid not null,                         -- the last that wanted it
  picture_id uuid not null,
  url        text not null check (length(url) <= 4000),
  state      text not null check (state in ('waiting', 'here', 'failed')),
  reason     text check (length(reason) <= 300),    -- why it failed, or what was wrong the last time
  attempts   int not null default 0,
  primary key (group_id, id),
  unique (group_id, picture_id),
  foreign key (group_id, import_id) references publishing.import on delete cascade,
  foreign key (group_id, picture_id) references publishing.picture on delete cascade,
  check (state <> 'failed' or reason is not null)
);
create index media_import on publishing.media (group_id, import_id, state);
call platform.belongs_to_group('publishing.media');
