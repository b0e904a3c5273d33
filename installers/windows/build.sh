#!/usr/bin/env bash
# Builds build/garnitura-VERSION.msi. Runs on Windows in Git Bash: jpackage makes installers only for the system it
# runs on. Needs: JDK 25 (JAVA_HOME), Maven on PATH, WiX 3.14 or newer on PATH (jpackage calls it), and a certificate
# in the store named by SIGN_SUBJECT where the installer shall be signed (signtool on PATH).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/installers/common/setup.sh"
. "$root/installers/common/package.sh"

case $(uname -s) in
  MINGW*|MSYS*|CYGWIN*) ;;
  *) missing "an .msi can only be built on Windows (Git Bash), with WiX on PATH" ;;
esac
command -v wix >/dev/null || command -v candle >/dev/null || missing "WiX was not found on PATH"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage
mkdir -p "$root/build"
package msi --win-menu --win-shortcut --win-per-user-install --win-upgrade-uuid 6f0f3a5e-54d5-4b27-9f5b-0b7a1b7f2c11
if [[ -n ${SIGN_SUBJECT:-} ]]; then
  signtool sign //n "$SIGN_SUBJECT" //fd SHA256 //tr "${SIGN_TIMESTAMP:?an RFC 3161 time-stamp URL}" //td SHA256 "$root"/build/*.msi
fi
