-- What came of a plain word in links ('?via=december-2026'): how often a page was read with it, a comment sent in, a joining
-- begun. By day and word; nothing about who. Not a public table: counting must not empty the page cache.
create table platform.came_from (
  group_id int not null references platform.group,
  day      date not null,                  -- the group's own
  word     text not null check (word ~ '^[a-z0-9-]{1,100}$'),
  what     text not null check (what in ('read', 'comment', 'join')),
  times    int not null check (times > 0),
  primary key (group_id, word, day, what)
);
create index came_from_day on platform.came_from (group_id, day);
call platform.belongs_to_group('platform.came_from');
