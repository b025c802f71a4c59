-- The planner's statistics keep values of columns: names and addresses among them. When somebody is erased they are made anew,
-- by the role that the program serves with. `maintain` is a right of PostgreSQL 17 on.
create or replace procedure platform.belongs_to_group(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('create policy own_group on %s using (group_id = platform.current_group())', table_name);
  execute format('grant select, insert, update, delete, maintain on %s to backbench_app', table_name);
end $$;

do $$
declare
  held regclass;
begin
  for held in
    select p.polrelid::regclass from pg_policy p where p.polname = 'own_group'
  loop
    execute format('grant maintain on %s to backbench_app', held);
  end loop;
end $$;
