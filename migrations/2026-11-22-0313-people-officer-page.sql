-- Officers on the public website: only who said yes, in words kept with the yes, and only while they hold an office.
create table people.consent (
  group_id     int not null,
  id           uuid not null default uuidv7(),
  person_id    uuid not null,
  purpose      text not null check (purpose in ('officer_page')),
  wording      text not null check (length(wording) between 1 and 2000),   -- exactly as it was shown
  given_at     timestamptz not null,
  withdrawn_at timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references people.person
);
create unique index consent_standing on people.consent (group_id, person_id, purpose) where withdrawn_at is null;

-- What a person says of themselves there. Theirs alone to write.
create table people.officer_page (
  group_id     int not null,
  person_id    uuid not null,
  biography    text not null default '' check (length(biography) <= 3000),
  photo_sha256 text,
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references people.person,
  foreign key (group_id, photo_sha256) references platform.file
);

do $$ declare name text; begin
  foreach name in array array['consent', 'officer_page'] loop
    call platform.belongs_to_group(('people.' || name)::regclass);
    call platform.is_public(('people.' || name)::regclass);
  end loop;
end $$;
-- An office that ends must leave the kept pages in the same moment.
call platform.is_public('people.role_held');

-- Public face of the slice: offices of those who said yes. Whoever reads it asks for those of a day.
create view people.public_officer with (security_invoker = true) as
  select h.group_id, h.person_id, p.name, h.role, h.from_on, h.to_on, coalesce(o.biography, '') as biography, o.photo_sha256
  from people.role_held h
  join people.person p on p.group_id = h.group_id and p.id = h.person_id
  join people.consent c on c.group_id = h.group_id and c.person_id = h.person_id and c.purpose = 'officer_page' and c.withdrawn_at is null
  left join people.officer_page o on o.group_id = h.group_id and o.person_id = h.person_id;
grant select on people.public_officer to backbench_app;
