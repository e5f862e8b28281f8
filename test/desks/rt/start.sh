#!/bin/bash
# Request Tracker 5 (Debian's packages, SQLite) on 127.0.0.1:18001, seeded from ../cases.json. Safe to run again and at the same time.
# In: DESK_DATA, the folder of all desks' data (default: beside the user's caches). Out: exit 0 once it answers.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DESK_PORT=18001 DESK_CASES=$here/../cases.json
export DESK_DATA=${DESK_DATA:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/baton-desks}/rt
url=http://127.0.0.1:$DESK_PORT
server=/usr/share/request-tracker5/libexec/rt-server
packages=(request-tracker5 rt5-db-sqlite rt5-standalone starman sqlite3 curl)

# in: what is wrong, and a log whose end says why
fail() {
  echo "Request Tracker: $1" >&2
  [ -n "${2:-}" ] && [ -s "$2" ] && { echo "--- end of $2" >&2; tail -n 30 "$2" >&2; }
  exit 1
}

answers() { curl -fsS -m 5 "$url/" 2>/dev/null | grep -q 'desk.example'; }

running() { # is the pid in the file alive, and a server of ours (a pid is given to other programs after a restart)?
  local pid; pid=$(cat "$DESK_DATA/pid" 2>/dev/null) && [ -n "$pid" ] &&
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qE 'starman|rt-server'
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
  echo "Request Tracker: installing $missing(about a minute, once)"
  local apt=(apt-get -y -o DPkg::Lock::Timeout=500)
  # one desk after the other: apt's own waiting does not cover its lists
  { flock -w 600 8 && "${apt[@]}" update &&
    # RT asks for a mail server; its questions and its own database are not wanted here
    DEBIAN_FRONTEND=noninteractive "${apt[@]}" install --no-install-recommends $missing; } >"$DESK_DATA/apt.log" 2>&1 </dev/null 8>"$DESK_DATA/../apt.lock" ||
    fail "apt-get could not install $missing" "$DESK_DATA/apt.log"
}

make_database() { # made beside the real one and moved into place when whole: a half-seeded desk is never used
  rm -f building.sqlite3*
  export DESK_DB=$DESK_DATA/building.sqlite3
  /usr/sbin/rt-setup-database-5 --action init --dba '' --dba-password '' >init.log 2>&1 </dev/null || fail "the database could not be made" "$DESK_DATA/init.log"
  perl "$here/seed.pl" >seed.log 2>&1 </dev/null || fail "the seed failed" "$DESK_DATA/seed.log"
  rm -rf desk.sqlite3* sessions/*
  mv building.sqlite3 desk.sqlite3
  echo "$1" >seeded
}

mkdir -p "$DESK_DATA" || fail "cannot make the folder $DESK_DATA; name another in DESK_DATA"
cd "$DESK_DATA" || exit 1
exec 9>lock
flock -w 600 9 || fail "another start has been at work in $DESK_DATA for ten minutes"

install_packages
mkdir -p none.d mason sessions
# Both must be set, or Debian's own database silently wins.
export RT_SITE_CONFIG=$here/RT_SiteConfig.pm RT_SITE_CONFIG_DIR=$DESK_DATA/none.d

seed=$(cat "$here/seed.pl" "$here/rich.pl" "$here/RT_SiteConfig.pm" "$DESK_CASES" | sha256sum | cut -c1-16)
if running && [ "$(cat seeded 2>/dev/null)" != "$seed" ]; then
  echo "Request Tracker: the seed has changed, so the desk is made anew"
  DESK_DATA=${DESK_DATA%/rt} bash "$here/stop.sh"
fi
if ! running; then
  rm -f pid
  curl -s -m 5 -o /dev/null "$url/" && fail "port $DESK_PORT is taken by another program; stop it first (ss -ltnp | grep $DESK_PORT)"
  [ -s desk.sqlite3 ] && [ "$(cat seeded 2>/dev/null)" = "$seed" ] || make_database "$seed"
  export DESK_DB=$DESK_DATA/desk.sqlite3
  # 9>&-: the server must not keep the lock
  setsid "$server" --server Starman --host 127.0.0.1 --port "$DESK_PORT" --workers 3 >server.log 2>&1 </dev/null 9>&- &
  echo $! >pid
fi
for _ in $(seq 1 120); do
  answers && { echo "Request Tracker $url  amara, jonas (agents), priya (lead), root; password Handoff#2024"; exit 0; }
  running || fail "the server ended" "$DESK_DATA/server.log"
  sleep 0.5
done
fail "the server did not answer within a minute" "$DESK_DATA/server.log"
