#!/bin/sh
# Runs inside a fresh root file system: turns plain Debian into the host that tests and demo deploy to.
set -eu

# The app's user, and the user for logins.
useradd --create-home --shell /bin/bash deploy
useradd --create-home --shell /bin/bash ops
echo 'ops ALL=(ALL:ALL) NOPASSWD: ALL' >/etc/sudoers.d/ops
chmod 0440 /etc/sudoers.d/ops

install -d -o deploy -g deploy /opt/myapp /opt/myapp/shared /opt/myapp/shared/config /opt/myapp/shared/pids
chown -R deploy:deploy /opt/myapp
# Bundler warns at each run about a Gemfile without a source.
install -d -o deploy -g deploy /opt/myapp/current/.bundle
echo 'BUNDLE_SILENCE_DEPRECATIONS: "true"' >/opt/myapp/current/.bundle/config
runuser -u deploy -- sh -c 'cd /opt/myapp/current && bundle lock --local'

# VERBOSE: one "Accepted publickey" line for each connection, by which connections are counted.
# Tests run many deployments at once, which isn't an attack.
mkdir -p /etc/ssh/sshd_config.d /run/sshd
{
  echo 'LogLevel VERBOSE'
  echo 'MaxStartups 200:30:400'
  # From OpenSSH 9.8 (Debian 13) on, refused logins block the address that they came from.
  if sshd -t -o PerSourcePenalties=no 2>/dev/null; then echo 'PerSourcePenalties no'; fi
} >/etc/ssh/sshd_config.d/10-test.conf

# A login here is no logind session: hundreds of connections would each start and stop a systemd of root's own.
sed -i '/pam_systemd\.so/d' /etc/pam.d/common-session

systemctl enable ssh.service monit.service redis-server.service >/dev/null 2>&1

# Each host gets its own identity when it is created.
rm -f /etc/ssh/ssh_host_*
: >/etc/machine-id
rm -f /var/lib/dbus/machine-id
rm -rf /var/cache/apt/archives/*.deb /var/lib/apt/lists/*
