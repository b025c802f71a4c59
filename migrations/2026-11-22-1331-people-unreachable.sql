-- The other side of people.reachable: for each purpose, everybody on the register whom it does not give, with the one reason
-- that stands first. What a person wants comes before what is wrong with their address: mending an address asks nobody's leave.
create view people.unreachable with (security_invoker = true) as
  select p.group_id, p.id as person_id, w.purpose, case
      when p.restricted_at is not null then 'restricted'
      when p.status = 'left' then 'left'
      when o.person_id is not null then 'said_no'
      when b.person_id is null then 'no_yes'
      when p.email is null then 'no_address'
      when p.email_state = 'failing' then 'address_fails'
    end as why
  from people.person p
  cross join (values ('notices'), ('newsletter'), ('campaigns'), ('introductions'), ('still_right')) as w (purpose)
  left join people.basis b on b.group_id = p.group_id and b.person_id = p.id and b.purpose = w.purpose and b.until_at is null
  left join people.objection o on o.group_id = p.group_id and o.person_id = p.id and o.purpose = w.purpose
  where p.merged_into is null and p.sort_name <> ''
    and (p.restricted_at is not null or p.status = 'left' or o.person_id is not null or b.person_id is null
      or p.email is null or p.email_state = 'failing');
grant select on people.unreachable to backbench_app;
