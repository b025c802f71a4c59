-- A letter may say where its answer goes. Forgotten with the address it went to. A new column without a value: no rewriting.
alter table platform.letter add column reply_to text;
