-- The few posts that stand at the top are found without looking through all that do not.
create index entry_pinned on publishing.entry (group_id, published_at desc, id desc)
  where pinned and kind = 'post' and status = 'published';
