-- Everything a group writes is a document with versions. The latest version is what its writers see; which version
-- the public sees is the publishing slice's affair.
create schema writing;
grant usage on schema writing to backbench_app;

create table writing.document (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  version    int not null default 1,           -- the latest version's number
  standing   text check (standing in ('agreed', 'members', 'personal')),
  lang       text not null default 'en-GB',
  created_at timestamptz not null,
  primary key (group_id, id)
);
call platform.belongs_to_group('writing.document');

create table writing.version (
  group_id    int not null,
  document_id uuid not null,
  number      int not null check (number > 0),
  title       text not null check (length(title) <= 300),
  body        jsonb not null,                  -- ProseMirror JSON of the writing schema
  words       int not null,
  made_at     timestamptz not null,
  made_by     uuid,                            -- people.person; null: an import or a host
  note        text check (length(note) <= 300),
  primary key (group_id, document_id, number),
  foreign key (group_id, document_id) references writing.document on delete cascade
);
call platform.belongs_to_group('writing.version');

-- Public face of the slice: what stands in each version.
create view writing.text with (security_invoker = true) as
  select v.group_id, v.document_id, v.number, v.title, v.body, v.words, v.made_at, v.made_by, v.note, d.version as latest, d.standing, d.lang
  from writing.version v join writing.document d on d.group_id = v.group_id and d.id = v.document_id;
grant select on writing.text to backbench_app;
