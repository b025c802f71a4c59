-- How often each public page was read, by civil day and by the host of the page that led to it. Nothing about who read:
-- no address, no agent, no cookie. Not a public table: counting must not empty the page cache.
create table publishing.read_count (
  group_id int not null references platform.group,
  id       bigint generated always as identity,
  day      date not null,                                  -- the group's own
  entry_id uuid,                                           -- a post or a page,
  list     text check (length(list) between 1 and 1000),   -- or a list such as '/posts/'; '/' is the home page
  referrer text not null check (length(referrer) <= 100),  -- a host; '' for none or our own, 'other' past the day's limit
  reads    int not null check (reads > 0),
  primary key (group_id, id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  check ((entry_id is null) = (list is not null)),
  unique nulls not distinct (group_id, day, entry_id, list, referrer)
);
create index read_count_entry on publishing.read_count (group_id, entry_id, day);
call platform.belongs_to_group('publishing.read_count');
