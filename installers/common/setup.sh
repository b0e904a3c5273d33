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

# Builds desktop, stand and their class paths into desktop-app/target/app (lib/, javafx/) and back-office/target/app.
build_if_stale() {
  is_stale || return 0
  say "Building"
  (cd "$root" && mvn -q -DskipTests package >&2) || missing "the build failed; see above"
  train
  train_back_office
  touch "$root/desktop-app/target/app/built"
}

# How the desktop's JVM is started, but for its log and its own arguments.
desktop_java() { # log file, more JVM options...
  local log=$1 app=$root/desktop-app/target/app
  shift
  printf '%s\n' "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xms32m -Xmx256m \
    "-Dgarnitura.log=$log" --sun-misc-unsafe-memory-access=allow --module-path "$app/javafx" --add-modules javafx.controls \
    --enable-native-access=javafx.graphics,ALL-UNNAMED "$@" -cp "$app/lib/*" ru.garnitura.desktop.app.Launcher
}

# Starts the desktop once on a virtual screen, so that later starts find its classes loaded and linked (JEP 514).
# Without the cache everything works, only slower.
train() {
  local folder command cache=$root/desktop-app/target/app/desktop.aot
  folder=$(mktemp -d)
  mapfile -t command < <(desktop_java "$folder/log" "-XX:AOTCacheOutput=$cache" -Dgarnitura.exitWhenReady=true)
  rm -f "$cache"
  timeout 120 xvfb-run -a "${command[@]}" --data "$folder/data" >"$folder/out" 2>&1 || say "No start-up cache: $(tail -n 1 "$folder/out")"
  rm -rf "$folder"
}

# How the reference back office's JVM is started, but for its log and its own arguments.
back_office_java() { # log file, more JVM options...
  local log=$1
  shift
  printf '%s\n' "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx160m -XX:TieredStopAtLevel=1 "-Dgarnitura.log=$log" \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED "$@" \
    -cp "$root/back-office/target/app/*" ru.garnitura.backoffice.BackOffice
}

# The same for the reference back office: started once with the demonstration data, ended when it is ready.
train_back_office() {
  local folder command input child cache=$root/back-office/target/app/back-office.aot
  folder=$(mktemp -d)
  mapfile -t command < <(back_office_java "$folder/log" "-XX:AOTCacheOutput=$cache")
  rm -f "$cache"
  mkfifo "$folder/in"
  timeout 180 "${command[@]}" --port 0 --data "$folder/data" --demo --exit-with-stdin <"$folder/in" >"$folder/out" 2>"$folder/err" &
  child=$!
  exec {input}>"$folder/in"
  for _ in {1..600}; do [[ -s $folder/out ]] && break; sleep 0.1; done
  exec {input}>&-
  wait "$child" || say "No start-up cache of the back office: $(tail -n 1 "$folder/err")"
  rm -rf "$folder"
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
