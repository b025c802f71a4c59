-- The letter that asks people from a list, once in their life, whether what is held about them is right and whether they may be
-- written to. One of its kind at a time.
alter table mailing.letter drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in ('newsletter', 'notice', 'still_right'));
create unique index letter_asks_once on mailing.letter (group_id)
  where kind = 'still_right' and state in ('draft', 'scheduled', 'sending', 'paused');

-- As before, and: whoever was asked once, at whatever address, and whichever address was asked, is not asked again. Somebody
-- whose turn had not come when a letter was stopped was not asked. All added rows are asked about at once: one question for each
-- of a million took minutes, and hours where the planner knew nothing of the people yet.
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
