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
