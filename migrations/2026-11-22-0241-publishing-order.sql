-- A post's neighbours and a page of an archive are read in this order, to the last key: nothing is left to sort.
drop index publishing.entry_published;
create index entry_published on publishing.entry (group_id, kind, published_at desc, id desc) where status = 'published';
