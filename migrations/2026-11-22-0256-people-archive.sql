-- What an archive leaves behind (see platform's migration of the minute before).
comment on table people.session is 'archive: left out, because a session that has ended must not come back to life';
comment on table people.sign_in is 'archive: left out, because a link to sign in is good for minutes';
comment on table people.second_step is 'archive: left out, because it is good for minutes in one browser';
comment on table people.challenge is 'archive: left out, because it is good for five minutes, once';
comment on table people.authenticator is 'archive: with the secret, because its key is sealed under it';
comment on table people.recovery_code is 'archive: with the secret, because its hash is made with it';
