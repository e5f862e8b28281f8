#!/bin/bash
# Redmine 5 (Debian's packages, SQLite) on 127.0.0.1:18002, seeded from ../cases.json. Safe to run again and at the same time.
# In: DESK_DATA, the folder of all desks' data (default: beside the user's caches). Out: exit 0 once it answers.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DESK_PORT=18002 DESK_CASES=$here/../cases.json
data=${DESK_DATA:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/baton-desks}/redmine
export DESK_FILES=$data/files
url=http://127.0.0.1:$DESK_PORT
app=/usr/share/redmine
packages=(redmine redmine-sqlite puma bundler curl)

# in: what is wrong, and a log whose end says why
fail() {
  echo "Redmine: $1" >&2
  [ -n "${2:-}" ] && [ -s "$2" ] && { echo "--- end of $2" >&2; tail -n 30 "$2" >&2; }
  exit 1
}

answers() { curl -fsS -m 5 "$url/login" 2>/dev/null | grep -q 'Baton desk'; }

running() { # is the pid in the file alive, and a server of ours (a pid is given to other programs after a restart)?
  local pid; pid=$(cat "$data/pid" 2>/dev/null) && [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q puma
}

missing_packages() {
  local name
  for name in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null || fail "this machine is no Debian; the live desk runs on Debian 12 or later"
  local missing; missing=$(missing_packages)
  [ -z "$missing" ] && return
  [ "$(id -u)" = 0 ] || fail "packages are missing; as root, run: apt-get install --no-install-recommends $missing"
  echo "Redmine: installing $missing(about half a minute, once)"
  local apt=(apt-get -y -o DPkg::Lock::Timeout=500)
  # one desk after the other: apt's own waiting does not cover its lists
  { flock -w 600 8 && "${apt[@]}" update &&
    # its questions and its own database are not wanted here
    DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --no-install-recommends $missing; } >"$data/apt.log" 2>&1 </dev/null 8>"$data/../apt.lock" ||
    fail "apt-get could not install $missing" "$data/apt.log"
}

make_database() { # made beside the real one and moved into place when whole: a half-seeded desk is never used
  rm -f "$data"/building.sqlite3*
  export DATABASE_URL=sqlite3:$data/building.sqlite3
  bundle exec rake db:migrate >"$data/init.log" 2>&1 </dev/null || fail "the database could not be made" "$data/init.log"
  bin/rails runner "$here/seed.rb" >"$data/seed.log" 2>&1 </dev/null || fail "the seed failed" "$data/seed.log"
  rm -f "$data"/desk.sqlite3*
  mv "$data/building.sqlite3" "$data/desk.sqlite3"
  echo "$1" >"$data/seeded"
}

mkdir -p "$data" || fail "cannot make the folder $data; name another in DESK_DATA"
exec 9>"$data/lock"
flock -w 600 9 || fail "another start has been at work in $data for ten minutes"

install_packages
cd "$app" || exit 1
# DATABASE_URL and this name keep its data out of /var; without them Debian's own database is looked for.
export RAILS_ENV=production RAILS_LOG_TO_STDOUT=1 X_DEBIAN_SITEID=default REDMINE_LANG=en

seed=$(cat "$here/seed.rb" "$here/rich.rb" "$DESK_CASES" | sha256sum | cut -c1-16)
if running && [ "$(cat "$data/seeded" 2>/dev/null)" != "$seed" ]; then
  echo "Redmine: the seed has changed, so the desk is made anew"
  bash "$here/stop.sh"
fi
if ! running; then
  rm -f "$data/pid"
  curl -s -m 5 -o /dev/null "$url/" && fail "port $DESK_PORT is taken by another program; stop it first (ss -ltnp | grep $DESK_PORT)"
  [ -s "$data/desk.sqlite3" ] && [ "$(cat "$data/seeded" 2>/dev/null)" = "$seed" ] || make_database "$seed"
  export DATABASE_URL=sqlite3:$data/desk.sqlite3
  # 9>&-: the server must not keep the lock
  setsid puma -e production -b "tcp://127.0.0.1:$DESK_PORT" -t 1:4 -w 0 config.ru >"$data/server.log" 2>&1 </dev/null 9>&- &
  echo $! >"$data/pid"
fi
for _ in $(seq 1 120); do
  answers && { echo "Redmine $url  amara, jonas (agents), priya (lead), admin; password Handoff#2024"; exit 0; }
  running || fail "the server ended" "$data/server.log"
  sleep 0.5
done
fail "the server did not answer within a minute" "$data/server.log"
