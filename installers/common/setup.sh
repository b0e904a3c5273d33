# What run, test, bench and the installers share: find JDK 25, bring Debian packages, build what is stale.
# Sourced with $root set to the project's folder. Everything said here goes to standard error.

readonly EXIT_USAGE=2 EXIT_MISSING=3

say() { printf '%s\n' "$*" >&2; }
missing() { say "$0: $*"; exit "$EXIT_MISSING"; }

is_jdk25() { [[ -x $1/bin/javac && -r $1/release ]] && grep -q '^JAVA_VERSION="25' "$1/release"; }

# JAVA_HOME, then /usr/lib/jvm, then PATH; sets JAVA_HOME.
find_jdk() {
  local candidate on_path=""
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$on_path"; do
    if [[ -n $candidate ]] && is_jdk25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  missing "JDK 25 was not found (looked at JAVA_HOME, /usr/lib/jvm, PATH): install Temurin 25, or set JAVA_HOME to it"
}

# Installs what of the named Debian packages is not there.
need_packages() {
  local wanted=() package sudo=()
  command -v dpkg-query >/dev/null || missing "Debian packages are needed (apt): $*"
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -q '^installed' || wanted+=("$package")
  done
  ((${#wanted[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null || missing "these Debian packages are missing and need root to install: ${wanted[*]}"
    sudo=(sudo)
  fi
  say "Installing: ${wanted[*]}"
  "${sudo[@]}" apt-get update -qq >&2 || missing "apt-get update failed; needed: ${wanted[*]}"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >&2 \
    || missing "apt-get could not install: ${wanted[*]}"
}

readonly BUILD_PACKAGES=(maven)
readonly WINDOW_PACKAGES=(xvfb libgtk-3-0 libxtst6 libfreetype6 libpango-1.0-0 libpangoft2-1.0-0 libxxf86vm1 libgl1 fontconfig libpulse0 libasound2)

# True where a source or pom is newer than the last build.
is_stale() {
  local stamp=$root/desktop-app/target/app/built
  [[ ! -e $stamp ]] && return 0
  [[ -n $(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$stamp" -type f -print -quit) ]]
}

readonly DESKTOP_CACHE=$root/desktop-app/target/app/desktop.aot BACK_OFFICE_CACHE=$root/back-office/target/app/back-office.aot

# Builds desktop, stand and their class paths into desktop-app/target/app (lib/, javafx/) and back-office/target/app.
build_if_stale() {
  is_stale || return 0
  say "Building"
  (cd "$root" && mvn -q -DskipTests package >&2) || missing "the build failed; see above"
  "$JAVA_HOME/bin/java" --module-path "$root/desktop-app/target/app/javafx" --add-modules javafx.controls \
    --enable-native-access=javafx.graphics "$root/installers/common/Lighten.java" "$root/desktop-app/target/app/lib" >&2 \
    || missing "the jars could not be prepared; see above"
  touch "$root/desktop-app/target/app/built"
  train
}

# The desktop's memory.
readonly DESKTOP_MEMORY=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms32m -Xmn24m -Xmx256m -XX:TrimNativeHeapInterval=10000)

# How the desktop's JVM is started, but for its log and its own arguments.
desktop_java() { # log file, more JVM options...
  local log=$1 app=$root/desktop-app/target/app
  shift
  printf '%s\n' "$JAVA_HOME/bin/java" "${DESKTOP_MEMORY[@]}" \
    -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 "-Dgarnitura.log=$log" --sun-misc-unsafe-memory-access=allow --module-path "$app/javafx" --add-modules javafx.controls \
    --enable-native-access=javafx.graphics,ALL-UNNAMED "$@" -cp "$app/lib/*" ru.garnitura.desktop.app.Launcher
}

# How the reference back office's JVM is started, but for its log and its own arguments.
back_office_java() { # log file, more JVM options...
  local log=$1
  shift
  printf '%s\n' "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 "-Dgarnitura.log=$log" \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED "$@" \
    -cp "$root/back-office/target/app/*" ru.garnitura.backoffice.BackOffice
}

# Runs desktop and stand once on a virtual screen, so that later starts of both find their classes loaded and linked
# (JEP 514). Without the caches all works, only slower.
train() {
  local folder
  folder=$(mktemp -d)
  rm -f "$DESKTOP_CACHE" "$BACK_OFFICE_CACHE"
  # The first run fills the folder: what it does once in a lifetime is not what later starts do.
  timeout --foreground 300 "$root/run" --headless --data "$folder/data" >"$folder/first" 2>"$folder/err" &
  await "$folder/first"
  sleep 10
  kill $!
  wait $!
  GARNITURA_TRAINING=yes timeout --foreground 300 "$root/run" --headless --data "$folder/data" >"$folder/ready" 2>"$folder/err" &
  await "$folder/ready"
  # What is compiled later is not needed for a start, and would be compiled at each.
  printf '[{match: "*.*", c1: {Exclude: true}, c2: {Exclude: true}}]' >"$folder/no-compiler"
  "$JAVA_HOME/bin/jcmd" "$(sed 's/.*"pid":\([0-9]*\).*/\1/' "$folder/ready")" Compiler.directives_add "$folder/no-compiler" >/dev/null
  # The base comes and is indexed, a customer calls, another writes.
  sleep 20
  kill $!
  wait $!
  [[ -s $DESKTOP_CACHE && -s $BACK_OFFICE_CACHE ]] || say "No start-up cache: $(tail -n 1 "$folder/err")"
  rm -rf "$folder"
}

# The option by which a JVM uses its start-up cache or, in training, makes it. A cache made by the first compiler tier
# alone holds no profiles: with them the second tier is at work before the window stands, 2 s of processor time.
cache_options() { # cache file
  if [[ -n ${GARNITURA_TRAINING:-} ]]; then
    printf '%s\n' "-XX:AOTCacheOutput=$1" -XX:TieredStopAtLevel=1
  elif [[ -r $1 ]]; then
    printf '%s\n' "-XX:AOTCache=$1" -Xlog:aot=off -Xlog:cds=off
  fi
}

# Waits up to a minute for a file with something in it.
await() { # file
  local _
  for _ in {1..600}; do [[ -s $1 ]] && return; sleep 0.1; done
}

# A port of 127.0.0.1 that nobody listens on, outside the ephemeral range.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    if ! ss -Hlntu "sport = :$port" 2>/dev/null | grep -q .; then
      echo "$port"
      return
    fi
  done
}
