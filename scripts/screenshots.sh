#!/usr/bin/env bash
# Pictures of every page, in both themes, 1440 and 390 pixels wide, for somebody to look at: scripts/screenshots.sh [FOLDER] [METHOD].
# METHOD is one of OfALabFromEmptyToFinished, OfRunsInEveryState, OfAPageThatFailed; without it all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-artifacts/screenshots}
mkdir -p "$folder"
FORWARDFORWARD_SCREENSHOTS=$(cd "$folder" && pwd)
export FORWARDFORWARD_SCREENSHOTS
project=tests/ForwardForward.EndToEnd.Tests
dotnet build $project -c Release -v q --nologo
dotnet $project/bin/Release/net10.0/ForwardForward.EndToEnd.Tests.dll -noLogo -explicit only -method "*.TakeScreenshots.${2:-*}"
echo "$(find "$FORWARDFORWARD_SCREENSHOTS" -name '*.png' | wc -l) pictures in $FORWARDFORWARD_SCREENSHOTS"
