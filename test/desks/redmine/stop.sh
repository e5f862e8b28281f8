#!/bin/bash
# Stops the Redmine that start.sh started; its data stays. Exit 0 also when none runs.
data=${DESK_DATA:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/baton-desks}/redmine
pid=$(cat "$data/pid" 2>/dev/null)
# A pid may have been given to another program since: only a process that is ours is stopped.
if [ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q puma; then
  kill "$pid"
  for _ in $(seq 1 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  kill -0 "$pid" 2>/dev/null && kill -KILL -- "-$pid" 2>/dev/null
  echo "Redmine stopped (pid $pid)"
fi
rm -f "$data/pid"
exit 0
