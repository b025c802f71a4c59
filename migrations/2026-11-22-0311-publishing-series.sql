-- Posts that belong together in an order: "Part 2 of 5". A post is part of one series at most.
create table publishing.series (
  group_id int not null references platform.group,
  id       uuid not null default uuidv7(),
  slug     text not null check (length(slug) between 1 and 200),
  name     text not null check (length(name) between 1 and 200),
  about    text not null default '' check (length(about) <= 2000),
  primary key (group_id, id),
  unique (group_id, slug)
);

create table publishing.series_part (
  group_id  int not null,
  entry_id  uuid not null,
  series_id uuid not null,
  position  int not null,
  primary key (group_id, entry_id),
  foreign key (group_id, entry_id) references publishing.entry on delete cascade,
  foreign key (group_id, series_id) references publishing.series
);
create index series_part_series on publishing.series_part (group_id, series_id, position);

do $$ declare name text; begin
  foreach name in array array['series', 'series_part'] loop
    call platform.belongs_to_group(('publishing.' || name)::regclass);
    call platform.is_public(('publishing.' || name)::regclass);
  end loop;
end $$;
