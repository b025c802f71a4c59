-- Letters on the website: what visitors can read of one changes when it begins to go out, or when who may read it does.
create index letter_on_the_web on mailing.letter (group_id, send_at desc, id desc)
  where filled_at is not null and slug is not null and shown <> 'no';

create trigger public_added after insert on mailing.letter for each row
  when (new.filled_at is not null and new.slug is not null and new.shown <> 'no')
  execute function platform.public_changed();
create trigger public_changed after update on mailing.letter for each row
  when ((new.filled_at is not null or old.filled_at is not null)
    and (old.shown, old.slug, old.subject, old.preview, old.blocks, old.filled_at)
      is distinct from (new.shown, new.slug, new.subject, new.preview, new.blocks, new.filled_at))
  execute function platform.public_changed();
