-- A row knows from the beginning who it will be if the register has nobody, so that a hundred thousand of them are not written
-- twice; names are compared only where the postcode is the same, so no key is kept. The table holds only lists that wait.
delete from people.import_row r using people.import i where i.group_id = r.group_id and i.id = r.import_id and i.state = 'done';
alter table people.import_row
  add column new_id uuid not null default uuidv7(),
  drop column name_key;
