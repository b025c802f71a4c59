-- What a host decides about a group. A suspended group, and one that is to be removed, shows only that it is paused, and
-- its work waits. The reason is for the host alone: no page and no journal names it.
alter table platform.group
  add column suspended_at timestamptz,
  add column suspended_because text check (length(suspended_because) between 1 and 500),
  add column remove_at timestamptz,     -- from then on the daily round removes it for good
  add check ((suspended_at is null) = (suspended_because is null));
