#!/usr/bin/env bash
# Links the run-time image: JDK and JavaFX modules, nothing of ours (docs/adr/002).
#   jlink/image.sh TARGET [JAVAFX_JARS]
# TARGET must not exist. JAVAFX_JARS is a folder with the JavaFX jars of the target platform
# (default: those of this machine, gathered by the build).
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
. "$root/installers/common/setup.sh"

target=${1:?"usage: jlink/image.sh TARGET [JAVAFX_JARS]"}
javafx=${2:-$root/desktop-app/target/app/javafx}
readonly MODULES=javafx.controls,java.desktop,java.logging,java.naming,java.net.http,java.sql,java.management,java.xml,jdk.httpserver,jdk.unsupported,jdk.localedata,jdk.crypto.ec,jdk.management,java.security.jgss

[[ -e $target ]] && { say "jlink: $target is there already"; exit "$EXIT_USAGE"; }
find_jdk
"$JAVA_HOME/bin/jlink" --module-path "$javafx" --add-modules "$MODULES" --include-locales=en,ru \
  --strip-debug --no-man-pages --no-header-files --compress=zip-6 --output "$target"
