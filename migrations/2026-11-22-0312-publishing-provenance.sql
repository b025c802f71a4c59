-- Where a text came from that somebody else published first, and by what right it stands here; and where a text of ours
-- appeared in turn. Both are details of an entry: a draft of one keeps them beside it until it is published again.
create table publishing.provenance (
  group_id int not null,
  entry_id uuid not null,
  source   text not null check (length(source) between 1 and 200),
  href     text not null check (length(href) <= 1000),                 -- '' when it is nowhere on the web
  leave    text not null check (length(leave) between 1 and 300),      -- the right to republish, in words
  first_on date,                                                       -- when it appeared there
  primary key (group_id, entry_id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade
);

create table publishing.appearance (
  group_id int not null,
  id       uuid not null default uuidv7(),
  entry_id uuid not null,
  outlet   text not null check (length(outlet) between 1 and 200),
  on_day   date not null,
  href     text not null check (length(href) <= 1000),                 -- '' when it was print only
  primary key (group_id, id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade
);
create index appearance_entry on publishing.appearance (group_id, entry_id);
create index appearance_day on publishing.appearance (group_id, on_day desc);

-- Null in rows that undo puts back from before this migration: then as the entry has them.
alter table publishing.draft add column provenance jsonb, add column appearances jsonb;

do $$ declare name text; begin
  foreach name in array array['provenance', 'appearance'] loop
    call platform.belongs_to_group(('publishing.' || name)::regclass);
    call platform.is_public(('publishing.' || name)::regclass);
  end loop;
end $$;
