-- A group's name and colours stand in the shared table, because they are needed before its rows can be read. They are
-- changed through the setting 'platform.look', so that a change is undone like any other.
create function platform.look_changed() returns trigger language plpgsql as $$
begin
  update platform.group set name = new.value->>'name', hue = (new.value->>'hue')::real, chroma = (new.value->>'chroma')::real
    where id = new.group_id;
  perform pg_notify('groups_changed', '');
  return null;
end $$;

create trigger look_changed after insert or update on platform.setting
  for each row when (new.name = 'platform.look') execute function platform.look_changed();
