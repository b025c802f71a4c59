-- The website: posts and pages with their addresses, authors, terms, menus, comments, pictures, and imports.
create schema publishing;
grant usage on schema publishing to backbench_app;

-- The name a text appears under. The person behind a pen name is never shown; person_id is for officers only.
create table publishing.author (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  slug      text not null,
  name      text not null check (length(name) between 1 and 200),
  about     text not null default '' check (length(about) <= 2000),
  pen_name  boolean not null default false,
  person_id uuid,
  primary key (group_id, id),
  unique (group_id, slug),
  foreign key (group_id, person_id) references people.person
);

create table publishing.picture (
  group_id   int not null,
  id         uuid not null default uuidv7(),
  sha256     text,                              -- null: known from an import, its file not brought in yet
  path       text not null,                     -- its public address: /wp-content/uploads/2017/11/x.jpg or /files/2026/11/x.jpg
  alt        text not null default '' check (length(alt) <= 1000),
  caption    text not null default '' check (length(caption) <= 2000),
  title      text not null default '' check (length(title) <= 300),
  added_at   timestamptz not null,
  primary key (group_id, id),
  unique (group_id, path),
  foreign key (group_id, sha256) references platform.file
);

create table publishing.entry (
  group_id          int not null,
  id                uuid not null default uuidv7(),
  kind              text not null check (kind in ('post', 'page')),
  document_id       uuid not null,
  status            text not null default 'draft' check (status in ('draft', 'scheduled', 'published', 'withdrawn')),
  slug              text not null check (length(slug) <= 200),
  author_id         uuid,
  parent_id         uuid,                       -- pages only
  position          int not null default 0,     -- among sibling pages
  published_version int,                        -- writing.version the public sees
  published_at      timestamptz,                -- the date shown; for a scheduled entry, when it will appear
  updated_at        timestamptz,                -- last change of what the public sees
  excerpt           text not null default '' check (length(excerpt) <= 2000),
  picture_id        uuid,
  pinned            boolean not null default false,
  comments_open     boolean not null default false,
  created_at        timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, document_id) references writing.document,
  foreign key (group_id, author_id) references publishing.author,
  foreign key (group_id, parent_id) references publishing.entry,
  foreign key (group_id, picture_id) references publishing.picture,
  check (status not in ('published', 'scheduled') or (published_version is not null and published_at is not null))
);
create unique index entry_document on publishing.entry (group_id, document_id);
create index entry_published on publishing.entry (group_id, kind, published_at desc) where status = 'published';
create index entry_author on publishing.entry (group_id, author_id, published_at desc);

-- What stands at a path. 'redirect' leads to target, 'gone' says 410.
create table publishing.address (
  group_id int not null references platform.group,
  path     text not null check (path ~ '^/' and length(path) <= 1000),
  kind     text not null check (kind in ('entry', 'redirect', 'gone')),
  entry_id uuid,
  target   text,
  primary key (group_id, path),
  foreign key (group_id, entry_id) references publishing.entry,
  check ((kind = 'entry') = (entry_id is not null)),
  check ((kind = 'redirect') = (target is not null))
);
create index address_entry on publishing.address (group_id, entry_id);

create table publishing.update_note (
  group_id int not null,
  id       uuid not null default uuidv7(),
  entry_id uuid not null,
  noted_at timestamptz not null,
  text     text not null check (length(text) between 1 and 500),
  primary key (group_id, id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade
);
create index update_note_entry on publishing.update_note (group_id, entry_id);

create table publishing.term (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  taxonomy    text not null check (taxonomy in ('category', 'tag')),
  slug        text not null check (length(slug) between 1 and 200),
  name        text not null check (length(name) between 1 and 200),
  description text not null default '' check (length(description) <= 2000),
  parent_id   uuid,
  primary key (group_id, id),
  unique (group_id, taxonomy, slug),
  foreign key (group_id, parent_id) references publishing.term
);

create table publishing.entry_term (
  group_id int not null,
  entry_id uuid not null,
  term_id  uuid not null,
  primary key (group_id, entry_id, term_id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, term_id) references publishing.term on delete cascade
);
create index entry_term_term on publishing.entry_term (group_id, term_id);

create table publishing.comment (
  group_id     int not null,
  id           uuid not null default uuidv7(),
  entry_id     uuid not null,
  parent_id    uuid,
  author_name  text not null check (length(author_name) <= 300),
  author_email text check (length(author_email) <= 254),    -- never shown
  author_url   text check (length(author_url) <= 1000),
  body         text not null check (length(body) <= 65000),
  status       text not null check (status in ('approved', 'pending', 'spam', 'trash')),
  written_at   timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, parent_id) references publishing.comment
);
create index comment_entry on publishing.comment (group_id, entry_id, written_at);

create table publishing.menu_item (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  parent_id uuid,
  position  int not null,
  label     text not null check (length(label) between 1 and 100),
  kind      text not null check (kind in ('entry', 'term', 'link')),
  entry_id  uuid,
  term_id   uuid,
  href      text check (length(href) <= 1000),
  primary key (group_id, id),
  foreign key (group_id, parent_id) references publishing.menu_item on delete cascade,
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, term_id) references publishing.term on delete cascade,
  check ((kind = 'entry') = (entry_id is not null) and (kind = 'term') = (term_id is not null) and (kind = 'link') = (href is not null))
);

-- The public text of each published entry, for search. Written when an entry is published.
create table publishing.search_text (
  group_id int not null,
  entry_id uuid not null,
  title    text not null,
  body     text not null,
  vector   tsvector not null generated always as
    (setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'C')) stored,
  primary key (group_id, entry_id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade
);
create index search_text_vector on publishing.search_text using gin (vector);

-- One run of an import, and what it noticed.
create table publishing.import (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  file_name  text not null,
  state      text not null check (state in ('waiting', 'running', 'done', 'refused', 'failed')),
  phase      text not null default '',
  items_done int not null default 0,
  report     jsonb,
  trouble    text,
  started_at timestamptz not null,
  ended_at   timestamptz,
  started_by uuid,
  primary key (group_id, id)
);

create table publishing.finding (
  group_id  int not null,
  id        bigint generated always as identity,
  import_id uuid not null,
  kind      text not null,
  entry_id  uuid,
  address   text not null,
  detail    text not null,
  primary key (group_id, id),
  foreign key (group_id, import_id) references publishing.import on delete cascade,
  foreign key (group_id, entry_id) references publishing.entry on delete cascade
);
create index finding_import on publishing.finding (group_id, import_id, kind);

-- Which of our records came from which item of which site, and how both looked then: an unchanged item is left alone,
-- and a record edited here since is never overwritten.
create table publishing.origin (
  group_id    int not null references platform.group,
  source      text not null,      -- the old site's address
  item        text not null,      -- 'post:123', 'category:submissions', 'comment:9'
  record_id   uuid,               -- null: left out, for the reason given
  reason      text,
  item_hash   text not null,
  record_hash text,
  primary key (group_id, source, item)
);
create index origin_record on publishing.origin (group_id, record_id);

do $$ declare name text; begin
  foreach name in array array['author', 'picture', 'entry', 'address', 'update_note', 'term', 'entry_term', 'comment', 'menu_item', 'search_text',
    'import', 'finding', 'origin'] loop
    call platform.belongs_to_group(('publishing.' || name)::regclass);
  end loop;
  foreach name in array array['author', 'picture', 'entry', 'address', 'update_note', 'term', 'entry_term', 'comment', 'menu_item', 'search_text'] loop
    call platform.is_public(('publishing.' || name)::regclass);
  end loop;
end $$;
