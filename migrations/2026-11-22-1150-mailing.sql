-- Mailing: letters to many, and one delivery for each letter and address.
create schema mailing;
grant usage on schema mailing to backbench_app;

-- A newsletter goes to those who asked for it, a notice to those who are owed notices: the kind decides. The parts hold
-- places for what differs from reader to reader ({{name}}, {{unsubscribe}}, {{preferences}}).
create table mailing.letter (
  group_id    int not null references platform.group,
  id          uuid not null default uuidv7(),
  kind        text not null check (kind in ('newsletter', 'notice')),
  subject     text not null check (length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
  preview     text not null default '' check (length(preview) <= 300 and preview !~ '[[:cntrl:]]'),
  html        text not null check (length(html) between 1 and 500000),
  plain       text not null check (length(plain) between 1 and 500000),
  state       text not null default 'draft'
    check (state in ('draft', 'scheduled', 'sending', 'paused', 'stopped', 'sent')),
  send_at     timestamptz,
  decided_by  uuid,
  decided_at  timestamptz,
  per_second  int check (per_second > 0),   -- the provider's caps; null: none
  per_hour    int check (per_hour > 0),
  per_day     int check (per_day > 0),
  filled_at   timestamptz,                  -- when its deliveries were made, once
  watched_from timestamptz,                 -- failures before this moment were looked at by an officer
  setbacks    int not null default 0,       -- how often in a row the server could not be used
  trouble     text check (length(trouble) <= 500),  -- the server's words, without addresses
  made_at     timestamptz not null,
  ended_at    timestamptz,
  primary key (group_id, id),
  foreign key (group_id, decided_by) references people.person,
  check ((state = 'draft') = (send_at is null)),
  check ((state in ('stopped', 'sent')) = (ended_at is not null))
);
create index letter_under_way on mailing.letter (group_id, send_at) where state in ('scheduled', 'sending');
create index letter_decider on mailing.letter (group_id, decided_by);
call platform.belongs_to_group('mailing.letter');
-- A letter that was ever handed to anybody stays: only a draft may go, and the trigger below says so.

create table mailing.delivery (
  group_id   int not null references platform.group,
  id         uuid not null default uuidv7(),
  letter_id  uuid not null,
  person_id  uuid,                          -- null, like the address, once the person was erased
  address    text check (address = lower(address)),
  state      text not null default 'waiting'
    check (state in ('waiting', 'handing_over', 'accepted', 'refused', 'uncertain', 'cancelled')),
  attempts   int not null default 0,
  next_at    timestamptz not null,
  message_id text,
  handed_by  uuid,                          -- the run that took it; its lock tells whether it lives
  handed_at  timestamptz,
  ended_at   timestamptz,
  said       text check (length(said) <= 500),  -- the server's words, without addresses
  primary key (group_id, id),
  unique (group_id, letter_id, address),
  foreign key (group_id, letter_id) references mailing.letter,
  foreign key (group_id, person_id) references people.person
);
create index delivery_due on mailing.delivery (group_id, letter_id, next_at, id) where state = 'waiting';
create index delivery_under_way on mailing.delivery (group_id, handed_by) where state = 'handing_over';
create index delivery_handed on mailing.delivery (group_id, handed_at);
create index delivery_person on mailing.delivery (group_id, person_id);
create index delivery_ended on mailing.delivery (group_id, letter_id, ended_at) where state in ('accepted', 'refused');
call platform.belongs_to_group('mailing.delivery');
revoke update, delete on mailing.delivery from backbench_app;
grant update (person_id, address, state, attempts, next_at, message_id, handed_by, handed_at, ended_at, said)
  on mailing.delivery to backbench_app;

-- Who holds a table may do anything with it: an archive is read back as it was.
create function mailing.is_owner(of regclass) returns boolean language sql stable set search_path = ''
  return pg_catalog.pg_has_role(current_user, (select relowner from pg_catalog.pg_class where oid = of), 'usage');

-- Nobody is written to whom people.reachable does not give for the letter's own kind. It runs with the rights of whoever
-- inserts, and the app's role can neither switch it off nor go round it.
create function mailing.only_the_reachable() returns trigger language plpgsql set search_path = '' as $$
begin
  if mailing.is_owner(tg_relid) then return null; end if;
  if exists (
    select from added a where a.address is null or a.state <> 'waiting' or not exists (
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
create trigger only_the_reachable after insert on mailing.delivery
  referencing new table as added for each statement execute function mailing.only_the_reachable();

-- What was accepted never waits again, so no mistake in the program can send a second copy; and an address can be
-- forgotten, never changed.
create function mailing.no_way_back() returns trigger language plpgsql set search_path = '' as $$
begin
  if mailing.is_owner(tg_relid) then return new; end if;
  raise exception 'a delivery cannot go from % to %, nor to another address', old.state, new.state
    using errcode = 'check_violation';
end $$;
create trigger no_way_back before update on mailing.delivery for each row when (
  (new.address is distinct from old.address and new.address is not null)
  or (new.person_id is distinct from old.person_id and new.person_id is not null)
  or (new.state <> old.state and (old.state || ' ' || new.state) not in (
    'waiting handing_over', 'waiting cancelled', 'handing_over accepted', 'handing_over refused', 'handing_over waiting',
    'handing_over uncertain', 'uncertain accepted', 'uncertain refused', 'uncertain waiting', 'uncertain cancelled')))
  execute function mailing.no_way_back();

-- A letter keeps its words from the decision on, and what has begun does not become a draft again.
create function mailing.letter_stands() returns trigger language plpgsql set search_path = '' as $$
begin
  if mailing.is_owner(tg_relid) then return coalesce(new, old); end if;
  raise exception 'a letter that was decided is not changed' using errcode = 'check_violation';
end $$;
create trigger letter_stands before update on mailing.letter for each row when (
  (old.state <> 'draft' and (old.kind, old.subject, old.preview, old.html, old.plain)
    is distinct from (new.kind, new.subject, new.preview, new.html, new.plain))
  or (old.filled_at is not null and new.filled_at is distinct from old.filled_at)
  or (old.state <> new.state and (old.state || ' ' || new.state) not in (
    'draft scheduled', 'scheduled draft', 'scheduled sending', 'sending paused', 'sending stopped', 'sending sent',
    'paused sending', 'paused stopped', 'sent sending')))
  execute function mailing.letter_stands();
create trigger letter_stays before delete on mailing.letter for each row when (old.state <> 'draft')
  execute function mailing.letter_stands();

-- What comes back from an archive is as old as the archive: it may have gone out since, so nothing of it goes out by itself.
create function mailing.comes_back() returns trigger language plpgsql set search_path = '' as $$
begin
  if not mailing.is_owner(tg_relid) then return new; end if;
  if new.state = 'scheduled' then
    new.state := 'draft'; new.send_at := null; new.decided_by := null; new.decided_at := null;
  else
    new.state := 'paused';
    new.trouble := 'This letter was put back from an archive. Whoever got it after the archive was made would get it again.';
  end if;
  return new;
end $$;
create trigger comes_back before insert on mailing.letter for each row when (new.state in ('scheduled', 'sending'))
  execute function mailing.comes_back();

-- The key with which a group signs its letters (DKIM, RFC 6376). The private half is sealed under the secret.
create table mailing.signing_key (
  group_id       int not null references platform.group,
  domain         text not null check (domain ~ '^[a-z0-9.-]{1,253}$'),
  selector       text not null check (selector ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  private_sealed text not null,
  public_key     text not null,             -- base64 of the SubjectPublicKeyInfo: what the DNS record says
  made_at        timestamptz not null,
  primary key (group_id, domain)
);
call platform.belongs_to_group('mailing.signing_key');
comment on table mailing.signing_key is 'archive: with the secret, because its private half is sealed under it';
