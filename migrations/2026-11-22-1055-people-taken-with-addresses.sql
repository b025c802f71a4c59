-- Several lists in a row hold as much of the register as one: those with addresses are counted together before the next leaves.
-- A small table of an officer's own acts: the lock is brief. What was taken out before counts as if it had addresses.
alter table people.taking_out add column contact boolean not null default true;
