#!/usr/bin/env bash
# Builds everything and runs every test: ./test.sh, or ./test.sh Numerics Cli for some projects only.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only if all went well. Logs are kept in artifacts/tests.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en

# A service account may have no home; the SDK wants one.
if [ ! -w "${HOME:-/nonexistent}" ]; then
  export HOME=$PWD/artifacts/home
  mkdir -p "$HOME"
fi

readonly solution=ForwardForward.sln
readonly configuration=Release
readonly time_limit=${FORWARDFORWARD_TEST_TIME_LIMIT:-20m}
readonly logs=$PWD/artifacts/tests
only=("$@")
passed=0 failed=0 skipped=0

say() { printf '%s\n' "== $*"; }

# Runs a step with its output in a log; shows the log only when the step fails.
step() {
  local name=$1 log=$logs/$1.log start=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    say "$name: $((SECONDS - start)) s"
  else
    local code=$?
    tail -n 200 "$log"
    say "$name FAILED (exit code $code); whole log: $log"
    return "$code"
  fi
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && exit 0
  exit 1
}

# A step before the tests failed: nothing can be said about them.
give_up() { failed=$((failed + 1)); finish; }

restore() { dotnet restore $solution -v q || { sleep 5; dotnet restore $solution -v q; }; }
build() { dotnet build $solution -c $configuration --no-restore -v q -warnaserror; }
format() { dotnet format $solution --verify-no-changes --no-restore; }

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

apt_chromium() {
  export DEBIAN_FRONTEND=noninteractive
  local attempt
  for attempt in 1 2; do
    apt-get update -qq && apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends chromium && return 0
    sleep 5
  done
  return 1
}

# Playwright's own installer, without PowerShell: its driver comes with the NuGet package.
playwright_chromium() {
  local driver=tests/ForwardForward.EndToEnd.Tests/bin/$configuration/net10.0/.playwright
  "$(ls "$driver"/node/linux-*/node | head -n 1)" "$driver/package/cli.js" install chromium
}

# A browser for the end-to-end tests. Without one they are skipped, and the list of skipped tests says so.
provide_chromium() {
  [ -n "${FORWARDFORWARD_CHROMIUM:-}" ] && return
  if ! find_chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step chromium timeout 10m bash -c "$(declare -f apt_chromium); apt_chromium" || true
  fi
  if ! find_chromium >/dev/null; then
    step chromium-playwright timeout 10m bash -c "configuration=$configuration; $(declare -f playwright_chromium); playwright_chromium" || true
  fi
  if find_chromium >/dev/null; then
    FORWARDFORWARD_CHROMIUM=$(find_chromium)
    export FORWARDFORWARD_CHROMIUM
  fi
}

attribute() { sed -n 's/.*<assembly [^>]*[ ]'"$2"'="\([0-9]*\)".*/\1/p' "$1" | head -n 1; }

# Names and reasons of the skipped tests of a report.
list_skipped() {
  tr -d '\n' <"$1" | sed 's/<test /\n<test /g' | grep 'result="Skip"' \
    | sed -n 's/^<test [^>]*name="\([^"]*\)".*<reason>\(<!\[CDATA\[\)\{0,1\}\([^]<]*\).*/   \1: \3/p' \
    | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
}

# run_tests NAME DLL [VARIABLE=VALUE]: one test executable, on one leg.
run_tests() {
  local name=$1 dll=$2 leg=${3:-}
  local id=$name${leg:+-$leg} start=$SECONDS code=0
  local report=$logs/$id.xml log=$logs/$id.log
  rm -f "$report"
  env ${leg:+"$leg"} timeout --kill-after=30s "$time_limit" dotnet "$dll" -noColor -noLogo -result-xml "$report" >"$log" 2>&1 || code=$?
  local p=0 f=0 s=0
  if [ -s "$report" ]; then
    p=$(attribute "$report" passed) f=$(( $(attribute "$report" failed) + $(attribute "$report" errors) )) s=$(attribute "$report" skipped)
  fi
  passed=$((passed + ${p:-0})) failed=$((failed + f)) skipped=$((skipped + ${s:-0}))
  say "$id: ${p:-0} passed, $f failed, ${s:-0} skipped, $((SECONDS - start)) s"
  [ "${s:-0}" != 0 ] && list_skipped "$report" | tee -a "$logs/skipped.txt"
  if [ "$f" != 0 ] || [ "$code" != 0 ]; then
    tail -n 300 "$log"
  fi
  # A crash, a time limit or an empty project is a failure even when no test failed.
  if [ "$f" = 0 ]; then
    if [ "$code" = 124 ] || [ "$code" = 137 ]; then
      say "$id was ended after $time_limit"; failed=$((failed + 1))
    elif [ "$code" != 0 ] || [ ! -s "$report" ]; then
      say "$id ended with exit code $code"; failed=$((failed + 1))
    elif [ $((${p:-0} + ${s:-0})) = 0 ]; then
      say "$id ran no test"; failed=$((failed + 1))
    fi
  fi
}

wanted() {
  [ ${#only[@]} = 0 ] && return 0
  local name
  for name in "${only[@]}"; do
    [ "$1" = "ForwardForward.$name.Tests" ] && return 0
  done
  return 1
}

mkdir -p "$logs"
rm -f "$logs"/*
step restore restore || give_up
step build build || give_up
if [ ${#only[@]} = 0 ]; then
  step format format || failed=$((failed + 1))
fi
if wanted ForwardForward.EndToEnd.Tests; then
  provide_chromium
fi

for project in tests/*.Tests/; do
  name=$(basename "$project")
  wanted "$name" || continue
  dll=$project/bin/$configuration/net10.0/$name.dll
  run_tests "$name" "$dll"
  if [ "$name" = ForwardForward.Numerics.Tests ]; then
    # The narrower kernels, down to the plain reference.
    run_tests "$name" "$dll" DOTNET_EnableAVX512=0
    run_tests "$name" "$dll" DOTNET_EnableAVX2=0
    run_tests "$name" "$dll" DOTNET_EnableHWIntrinsic=0
  fi
done

if [ -s "$logs/skipped.txt" ]; then
  say "skipped:"
  cat "$logs/skipped.txt"
fi
finish
