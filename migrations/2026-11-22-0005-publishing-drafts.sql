-- What an officer has changed about an entry that already has a public address: saved, but not public until the next
-- publication. (Its words wait in writing.version.) Not a public table: saving a draft must not empty the page cache.
create table publishing.draft (
  group_id      int not null,
  entry_id      uuid not null,
  slug          text not null check (length(slug) <= 200),
  author_id     uuid,
  parent_id     uuid,
  excerpt       text not null check (length(excerpt) <= 2000),
  picture_id    uuid,
  pinned        boolean not null,
  comments_open boolean not null,
  standing      text check (standing in ('agreed', 'members', 'personal')),
  term_ids      uuid[] not null,
  primary key (group_id, entry_id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, author_id) references publishing.author,
  foreign key (group_id, parent_id) references publishing.entry,
  foreign key (group_id, picture_id) references publishing.picture
);
call platform.belongs_to_group('publishing.draft');

-- A withdrawn entry keeps its address: 'gone' says 410 and remembers whose it was, so that publishing again restores it.
alter table publishing.address drop constraint address_check;
alter table publishing.address add constraint address_entry_fits
  check (case kind when 'entry' then entry_id is not null when 'redirect' then entry_id is null else true end);
create index address_target on publishing.address (group_id, target) where kind = 'redirect';
create index menu_item_entry on publishing.menu_item (group_id, entry_id);
create index entry_due on publishing.entry (group_id, published_at) where status = 'scheduled';
