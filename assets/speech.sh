#!/bin/sh
# Makes the simulated customers' clips again from speech/scenarios.properties.
# Needs Debian's festival, festvox-ru, espeak-ng and sox. Usage: assets/speech.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
speech=$here/src/main/resources/ru/garnitura/assets/speech
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { # voice, text, raw WAV
    case $1 in
        festival) printf '%s\n' "$2" > "$work/text"
                  text2wave -eval '(voice_msu_ru_nsh_clunits)' "$work/text" -o "$3" ;;
        espeak*)  set -- "${1#espeak }" "$2" "$3"
                  espeak-ng -v ru -p "${1% *}" -s "${1#* }" -w "$3" "$2" ;;
    esac
}

# Telephone band at 16 kHz, silence cut at both ends, every voice equally loud.
grep -E '^[a-z]+\.[0-9]+=' "$speech/scenarios.properties" | while IFS='=' read -r key text; do
    scenario=${key%.*}
    voice=$(sed -n "s/^$scenario\.voice=//p" "$speech/scenarios.properties")
    say "$voice" "$text" "$work/raw.wav"
    sox -v 0.5 "$work/raw.wav" -b 16 -c 1 -r 16000 "$work/cut.wav" highpass 150 lowpass 6500 \
        silence 1 0.05 0.3% reverse silence 1 0.05 0.3% reverse pad 0.15 0.2
    rms=$(sox "$work/cut.wav" -n stat 2>&1 | sed -n 's/^RMS *amplitude: *//p')
    gain=$(awk -v rms="$rms" 'BEGIN { printf "%.2f", 20 * log(0.1 / rms) / log(10) }')
    sox -R "$work/cut.wav" "$speech/$scenario-${key#*.}.wav" gain -l "$gain"
done
