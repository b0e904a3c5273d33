#!/usr/bin/env bash
# Builds build/garnitura-VERSION.dmg. Runs on macOS: jpackage makes installers only for the system it runs on.
# Needs: JDK 25 (JAVA_HOME), Maven, Xcode's command-line tools; a Developer ID named by SIGN_IDENTITY where the image
# shall be signed, and a notarytool profile named by NOTARY_PROFILE where it shall be notarised.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/installers/common/setup.sh"
. "$root/installers/common/package.sh"

[[ $(uname -s) == Darwin ]] || missing "a .dmg can only be built on macOS"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stage
mkdir -p "$root/build"
sign=()
[[ -n ${SIGN_IDENTITY:-} ]] && sign=(--mac-sign --mac-signing-key-user-name "$SIGN_IDENTITY")
# macOS counts versions from 1.
package dmg --mac-package-identifier ru.garnitura.desktop --app-version 1.0.0 "${sign[@]}"
[[ -z ${NOTARY_PROFILE:-} ]] || xcrun notarytool submit "$root"/build/*.dmg --keychain-profile "$NOTARY_PROFILE" --wait
