# What the three installers share: the application's jars, the run-time image and jpackage's common arguments.
# Sourced after setup.sh, with $work a fresh folder.

readonly APP_NAME=garnitura APP_VERSION=0.1.0 APP_VENDOR="Garnitura"
readonly MAIN_CLASS=ru.garnitura.desktop.app.Launcher
readonly JAVA_OPTIONS=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms32m -Xmn24m -Xmx256m -XX:TrimNativeHeapInterval=10000
  --sun-misc-unsafe-memory-access=allow "--enable-native-access=javafx.graphics,ALL-UNNAMED")

# Builds $work/app (jars) and $work/image (run-time image).
stage() {
  find_jdk
  build_if_stale
  mkdir -p "$work/app"
  cp -a "$root"/desktop-app/target/app/lib/*.jar "$work/app/"
  cp -a "$root/docs/licences.md" "$work/app/"
  "$root/jlink/image.sh" "$work/image"
}

# jpackage TYPE [more arguments]
package() {
  local type=$1 option options=()
  shift
  for option in "${JAVA_OPTIONS[@]}"; do options+=(--java-options "$option"); done
  "$JAVA_HOME/bin/jpackage" --type "$type" --name "$APP_NAME" --app-version "$APP_VERSION" --vendor "$APP_VENDOR" \
    --description "Operator's desktop for contact centres" --dest "$root/build" \
    --runtime-image "$work/image" --input "$work/app" --main-jar "desktop-app-0.1.0-SNAPSHOT.jar" \
    --main-class "$MAIN_CLASS" "${options[@]}" "$@"
}
