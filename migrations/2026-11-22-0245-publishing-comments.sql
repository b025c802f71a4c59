-- Comments that readers leave here: confirmed by a letter, read by an officer, reported by other readers.

alter table publishing.comment
  add column official boolean not null default false,         -- an officer's answer for the group
  add column consent text check (length(consent) <= 2000),    -- the words that stood beside the form
  add column held jsonb not null default '[]',                -- why it was not published at once: [{ "kind", "what" }]
  add column state_since timestamptz not null default now();  -- retention counts from here
create index comment_state on publishing.comment (group_id, status, written_at desc);
create index comment_email on publishing.comment (group_id, lower(author_email)) where author_email is not null;
create index comment_parent on publishing.comment (group_id, parent_id) where parent_id is not null;

-- Sent, but the address is not confirmed: nobody in the office sees it, and after seven days it is gone. Apart from
-- publishing.comment, because sending must not empty the page cache. Once confirmed, the row is emptied and stays until
-- its seven days are over, so that a token used twice is told from one that never was.
create table publishing.unconfirmed_comment (
  group_id     int not null,
  id           uuid not null default uuidv7(),  -- the comment has the same once it is confirmed
  entry_id     uuid not null,
  parent_id    uuid,
  author_name  text check (length(author_name) <= 300),
  author_email text check (length(author_email) <= 254),
  body         text check (length(body) <= 65000),
  consent      text not null check (length(consent) <= 2000),
  token_hash   text not null,
  sent_at      timestamptz not null,
  confirmed_at timestamptz,
  primary key (group_id, id),
  unique (group_id, token_hash),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, parent_id) references publishing.comment on delete set null (parent_id),
  check (case when confirmed_at is null then author_name is not null and author_email is not null and body is not null
    else author_name is null and author_email is null and body is null end)
);
create index unconfirmed_comment_sent on publishing.unconfirmed_comment (group_id, sent_at);
create index unconfirmed_comment_entry on publishing.unconfirmed_comment (group_id, entry_id);
create index unconfirmed_comment_parent on publishing.unconfirmed_comment (group_id, parent_id) where parent_id is not null;

-- A reader says that something is wrong with a comment. Who it was is not kept.
create table publishing.comment_report (
  group_id    int not null,
  id          uuid not null default uuidv7(),
  comment_id  uuid not null,
  reason      text not null check (length(reason) between 1 and 1000),
  reported_at timestamptz not null,
  closed_at   timestamptz,
  primary key (group_id, id),
  foreign key (group_id, comment_id) references publishing.comment on delete cascade
);
create index comment_report_comment on publishing.comment_report (group_id, comment_id);
create index comment_report_open on publishing.comment_report (group_id, reported_at) where closed_at is null;

-- When officers were last told by letter that comments wait.
create table publishing.comment_notice (
  group_id int not null references platform.group,
  told_at  timestamptz not null,
  primary key (group_id)
);

call platform.belongs_to_group('publishing.unconfirmed_comment');
call platform.belongs_to_group('publishing.comment_report');
call platform.belongs_to_group('publishing.comment_notice');
