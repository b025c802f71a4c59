-- The same rule as before, asked of all added rows at once: one question for each of a million rows took minutes, and hours
-- where the planner knew nothing of the people yet.
create or replace function mailing.only_the_reachable() returns trigger language plpgsql set search_path = '' as $$
begin
  if mailing.is_owner(tg_relid) then return null; end if;
  if exists (select from added a where a.address is null or a.state <> 'waiting')
    or exists (
      select from added a where not exists (
        select from mailing.letter l
        join people.reachable r on r.group_id = l.group_id
          and r.purpose = case l.kind when 'newsletter' then 'newsletter' else 'notices' end
        where l.group_id = a.group_id and l.id = a.letter_id and l.state = 'sending'
          and r.person_id = a.person_id and lower(r.email) = a.address))
  then
    raise exception 'a delivery goes only to whom this kind of letter may reach' using errcode = 'check_violation';
  end if;
  return null;
end $$;
