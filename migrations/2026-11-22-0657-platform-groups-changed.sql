-- Every process keeps the groups in memory and reads them anew when it hears of a change. Whatever changes them says so
-- here, once a statement. A raised content version is told by itself and often, so it is not among the columns.
create function platform.groups_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('groups_changed', '');
  return null;
end $$;

create trigger groups_changed after insert or delete or update of
    slug, name, hue, chroma, zone, suspended_at, suspended_because, remove_at, trial_until, trial_key on platform.group
  for each statement execute function platform.groups_changed();
create trigger groups_changed after insert or delete or update on platform.host
  for each statement execute function platform.groups_changed();

-- As before, without telling of it a second time.
create or replace function platform.look_changed() returns trigger language plpgsql as $$
begin
  update platform.group set name = new.value->>'name', hue = (new.value->>'hue')::real, chroma = (new.value->>'chroma')::real
    where id = new.group_id;
  return null;
end $$;
