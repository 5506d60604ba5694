/** First part of a code, which names what the user touches, and the title of its section in docs/issues.md. */
export const AREAS: Readonly<Record<string, string>> = {
  stack: 'Stacks, and properties of any construct',
  host: 'Hosts',
  ssh: 'Connections to hosts',
  service: 'Services',
  unit: 'Units and unit files',
  sidekiq: 'Sidekiq',
  monit: 'Checks and control files of Monit',
  notifier: 'Notifiers',
  file: 'Files on hosts',
  secret: 'Secrets',
};
