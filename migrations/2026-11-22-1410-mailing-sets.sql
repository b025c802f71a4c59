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
          and r.purpose = case l.kind when 'newsletter' then 'newsletter' when 'still_right' then 'still_right' else 'notices' end
        where l.group_id = a.group_id and l.id = a.letter_id and l.state = 'sending'
          and r.person_id = a.person_id and lower(r.email) = a.address))
  then
    raise exception 'a delivery goes only to whom this kind of letter may reach' using errcode = 'check_violation';
  end if;
  if exists (
    select from added a
    join mailing.letter l on l.group_id = a.group_id and l.id = a.letter_id and l.kind = 'still_right'
    join mailing.delivery e on e.group_id = a.group_id and e.letter_id <> a.letter_id and e.attempts > 0
      and (e.person_id = a.person_id or e.address = a.address)
    join mailing.letter k on k.group_id = e.group_id and k.id = e.letter_id and k.kind = 'still_right')
  then
    raise exception 'nobody is asked twice whether it is still right' using errcode = 'check_violation';
  end if;
  return null;
end $$;
