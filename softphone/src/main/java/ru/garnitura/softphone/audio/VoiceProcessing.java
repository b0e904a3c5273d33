package ru.garnitura.softphone.audio;

/// What is done to the operator's voice before it is sent. For devices only: a file or a tone goes out as it is.
///
/// @param echo  takes out of the microphone what the headset plays
/// @param noise takes out steady noise
/// @param level brings a quiet or loud voice to an even level
public record VoiceProcessing(boolean echo, boolean noise, boolean level) {

    public static final VoiceProcessing ALL = new VoiceProcessing(true, true, true);
    public static final VoiceProcessing OFF = new VoiceProcessing(false, false, false);

    public boolean isOff() {
        return !echo && !noise && !level;
    }
}
