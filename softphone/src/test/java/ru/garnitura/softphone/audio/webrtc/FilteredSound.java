package ru.garnitura.softphone.audio.webrtc;

import ru.garnitura.softphone.audio.AudioPair;
import ru.garnitura.softphone.audio.AudioSink;
import ru.garnitura.softphone.audio.AudioSource;
import ru.garnitura.softphone.audio.VoiceProcessing;

/// Any mouth and ear with the voice processing of a desk between them and the call, for measuring what that costs.
public final class FilteredSound {

    private FilteredSound() {
    }

    public static AudioPair of(AudioPair plain) {
        WebrtcVoiceFilter filter = new WebrtcVoiceFilter();
        filter.use(VoiceProcessing.ALL);
        AudioSource mouth = new AudioSource() {
            @Override
            public void read(short[] frame) {
                plain.source().read(frame);
                filter.said(frame);
            }

            @Override
            public void close() {
                plain.source().close();
                filter.close();
            }
        };
        AudioSink ear = new AudioSink() {
            @Override
            public void write(short[] frame) {
                plain.sink().write(frame);
                filter.heard(frame);
            }

            @Override
            public void close() {
                plain.sink().close();
            }
        };
        return new AudioPair(mouth, ear);
    }
}
