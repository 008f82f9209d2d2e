#!/usr/bin/env bash
# Publishes page and command line without a runtime named and checks what comes out: each under 60 MB, and every style sheet and script of
# the page beside its compressed twins. Too slow for test.sh: scripts/check-published.sh [FOLDER].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-artifacts/published}
failed=0
for project in Web Cli; do
  rm -rf "${folder:?}/$project"
  dotnet publish "src/ForwardForward.$project" -c Release -v q --nologo -o "$folder/$project"
  bytes=$(find "$folder/$project" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
  echo "$project: $((bytes / 1000000)) MB"
  [ "$bytes" -lt 60000000 ] || { echo "$project has $bytes bytes; at most 60000000 are allowed." >&2; failed=1; }
done
count=0
while read -r file; do
  count=$((count + 1))
  [ -s "$file.br" ] && [ -s "$file.gz" ] || { echo "$file has no compressed twins." >&2; failed=1; }
done < <(find "$folder/Web/wwwroot" \( -name '*.css' -o -name '*.js' \))
echo "$count style sheets and scripts"
[ "$count" -gt 20 ] || { echo "That is too few." >&2; failed=1; }
exit $failed
