-- Of a letter to one person, too, it is said when nobody can tell whether it arrived: until an officer decides, or a month has passed.
alter table platform.letter
  drop constraint letter_state_check,
  add constraint letter_state_check check (state in ('waiting', 'handing_over', 'accepted', 'refused', 'uncertain')),
  add column handed_at timestamptz;
update platform.letter set state = 'uncertain', handed_at = written_at where state = 'handing_over';
create index letter_uncertain on platform.letter (group_id, handed_at) where state = 'uncertain';
