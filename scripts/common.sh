# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts of this folder share; sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
die() {
  printf '\033[31merror:\033[0m %s\n' "$1" >&2
  shift
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}

# The opening comment of a script is its help.
usage() { sed -n '3,/^[^#]/ { /^#/ s/^# \{0,1\}//p }' "$0"; }

# 95 -> "1 min 35 s"
duration() {
  if (($1 >= 60)); then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi
}

# The program of the newest installed PostgreSQL that Tenantry works with, e.g. `postgres_program initdb`.
postgres_program() {
  local folder
  folder=${TENANTRY_PG_BIN:-$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t/ -k5,5n | tail -n 1)}
  [[ -x $folder/$1 ]] || die "PostgreSQL's $1 was not found below /usr/lib/postgresql." "Run scripts/bootstrap first."
  printf '%s/%s' "$folder" "$1"
}

# Files of the tree, committed or not yet, that match the given patterns; without patterns all of them.
tree_files() { git -C "$root" ls-files --cached --others --exclude-standard --deduplicate -- "$@" | existing; }

# The same, but only what differs from commit $1.
changed_files() {
  local base=$1
  shift
  {
    git -C "$root" diff --name-only --diff-filter=d "$base" -- "$@"
    git -C "$root" ls-files --others --exclude-standard -- "$@"
  } | sort -u | existing
}

existing() {
  local file
  while IFS= read -r file; do [[ -f $root/$file ]] && printf '%s\n' "$file"; done
  return 0
}

# What a change is compared with: the published main line, else the commit before, else nothing (a new repository).
default_base() {
  local base
  for base in origin/HEAD HEAD~1; do
    if git -C "$root" rev-parse --quiet --verify "$base^{commit}" >/dev/null &&
      [[ $(git -C "$root" rev-parse "$base") != $(git -C "$root" rev-parse HEAD) ]]; then
      git -C "$root" merge-base HEAD "$base"
      return
    fi
  done
}

# A server of the tests' own until the script ends. The first test program that needs it starts it, the others join. In
# memory where there is room: each test makes and drops databases of 700 files, and a file system on disk passes over each
# inode that was just given back.
own_test_server() {
  local folder=/tmp
  if [[ $(df --output=fstype,avail -k /dev/shm 2>/dev/null | tail -1) =~ ^tmpfs\ +([0-9]+)$ ]] &&
    ((BASH_REMATCH[1] > 4 << 20 && $(awk '/^MemAvailable:/ { print $2 }' /proc/meminfo) > 8 << 20)); then
    folder=/dev/shm
  fi
  TENANTRY_TEST_CLUSTER=$(mktemp -d "$folder/tenantry-test.XXXXXX")
  export TENANTRY_TEST_CLUSTER
  chmod 711 "$TENANTRY_TEST_CLUSTER" # as root the server runs as another account
  trap stop_test_server EXIT
  trap 'exit 130' INT TERM
}

stop_test_server() {
  local data=$TENANTRY_TEST_CLUSTER/data as_server=() sockets
  if [[ -f $data/postmaster.pid ]]; then
    sockets=$(sed -n 5p "$data/postmaster.pid")
    [[ $EUID -eq 0 ]] && as_server=(runuser -u postgres --)
    (cd / && "${as_server[@]}" "$(postgres_program pg_ctl)" -D "$data" -m immediate -w -s stop) || true
    [[ $sockets == */tenantry-* ]] && rm -rf "$sockets"
  fi
  rm -rf "$TENANTRY_TEST_CLUSTER"
}
