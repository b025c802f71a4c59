-- How often officers hear of comments is each officer's own choice now (mailing.preference).
update platform.setting set value = jsonb_set(value, '{notice}', '"at once"')
  where name = 'publishing.comments' and value ->> 'notice' = 'daily';
