-- The words of the public texts, so that a search can offer the word that was meant. Filled by a job from
-- publishing.search_text; a word that no public text holds any more is offered to nobody, and goes at night.
create table publishing.search_word (
  group_id int not null references platform.group,
  word     text not null check (length(word) between 4 and 40),
  primary key (group_id, word)
);
create index search_word_alike on publishing.search_word using gin (word gin_trgm_ops);
call platform.belongs_to_group('publishing.search_word');
