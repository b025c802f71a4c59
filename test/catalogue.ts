/** A condition on pg_namespace: the schemas that our migrations make. */
export const OURS = `nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'graphile_worker') and nspname !~ '^pg_temp'`
/** Tables that belong to no group, each with its reason. */
export const SHARED: Readonly<Record<string, string>> = {
  'bookkeeping.migration': 'the history of the schema itself',
  'platform.group': 'found before any group is known',
  'platform.host': 'found before any group is known',
  'mailing.mailbox': 'a mailbox is the installation’s: how far it was read',
  'mailing.mailbox_mail': 'a mailbox is the installation’s: which mails were looked at',
}
