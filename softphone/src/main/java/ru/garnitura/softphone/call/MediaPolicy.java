package ru.garnitura.softphone.call;

import java.util.List;

/// What an account allows its media.
///
/// @param codecs names in order of preference, lower case: `opus`, `g722`, `pcma`, `pcmu`; unknown ones are passed over
/// @param srtp   encryption of media
public record MediaPolicy(List<String> codecs, SrtpPolicy srtp) {

    public MediaPolicy {
        codecs = List.copyOf(codecs);
    }

    /// Plain RTP with these codecs.
    public static MediaPolicy plain(String... codecs) {
        return new MediaPolicy(List.of(codecs), SrtpPolicy.OFF);
    }
}
