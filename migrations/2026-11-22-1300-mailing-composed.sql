-- A letter is made of blocks. What goes out (html, plain) is made of them when it is decided, and stands from then on.
alter table mailing.letter
  alter column html drop not null,
  alter column plain drop not null,
  add column blocks jsonb not null default '[]'
    check (jsonb_typeof(blocks) = 'array' and jsonb_array_length(blocks) <= 100 and pg_column_size(blocks) <= 2000000),
  -- The query of a saved view of the register, as it was when it was chosen; '' is everybody.
  add column audience text not null default '' check (length(audience) <= 2000),
  add column audience_name text not null default '' check (length(audience_name) <= 200),
  -- Who may read it on the website once it was sent.
  add column shown text not null default 'public' check (shown in ('public', 'members', 'no')),
  -- The end of its address there, and the plain word in its links that tells which letter led to a page.
  add column slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  add column written_by uuid,
  add constraint letter_slug unique (group_id, slug),
  add constraint letter_writer foreign key (group_id, written_by) references people.person,
  add constraint letter_composed check (state = 'draft' or (html is not null and plain is not null));
create index letter_writer on mailing.letter (group_id, written_by);

-- A letter keeps its words and its readers from the decision on, and what has begun does not become a draft again.
drop trigger letter_stands on mailing.letter;
create trigger letter_stands before update on mailing.letter for each row when (
  (old.state <> 'draft' and (old.kind, old.subject, old.preview, old.html, old.plain, old.blocks, old.audience)
    is distinct from (new.kind, new.subject, new.preview, new.html, new.plain, new.blocks, new.audience))
  or (old.filled_at is not null and new.filled_at is distinct from old.filled_at)
  or (old.state <> new.state and (old.state || ' ' || new.state) not in (
    'draft scheduled', 'scheduled draft', 'scheduled sending', 'sending paused', 'sending stopped', 'sending sent',
    'paused sending', 'paused stopped', 'sent sending')))
  execute function mailing.letter_stands();

-- A copy of a letter that its writer asked for, to their own address. Told of by no count, and gone with the letter's draft.
create table mailing.test_copy (
  group_id  int not null references platform.group,
  id        uuid not null default uuidv7(),
  letter_id uuid not null,
  person_id uuid not null,
  state     text not null default 'waiting' check (state in ('waiting', 'handing_over', 'accepted', 'refused')),
  said      text check (length(said) <= 500),
  asked_at  timestamptz not null,
  primary key (group_id, id),
  foreign key (group_id, letter_id) references mailing.letter on delete cascade,
  foreign key (group_id, person_id) references people.person
);
create index test_copy_letter on mailing.test_copy (group_id, letter_id);
create index test_copy_person on mailing.test_copy (group_id, person_id);
call platform.belongs_to_group('mailing.test_copy');

-- What was found out about a letter outside: where its links lead, and what the names of the sender's domain say.
create table mailing.letter_check (
  group_id   int not null references platform.group,
  letter_id  uuid not null,
  asked_at   timestamptz not null,
  found_at   timestamptz,
  links      jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
  domain     jsonb not null default '[]' check (jsonb_typeof(domain) = 'array'),
  primary key (group_id, letter_id),
  foreign key (group_id, letter_id) references mailing.letter on delete cascade
);
call platform.belongs_to_group('mailing.letter_check');
comment on table mailing.letter_check is 'archive: left out, because it is found out anew';
comment on table mailing.test_copy is 'archive: left out, because it was for one moment';
