package ru.garnitura.softphone.call;

import java.util.List;

/// What an account allows its media.
///
/// @param codecs names in order of preference, lower case: `opus`, `g722`, `pcma`, `pcmu`; unknown ones are passed over
/// @param srtp   encryption of media
/// @param roomy  what we say may be longer than a datagram: signaling has a connection
public record MediaPolicy(List<String> codecs, SrtpPolicy srtp, boolean roomy) {

    /// Plain RTP with G.711.
    public static final MediaPolicy PLAIN = plain("pcma", "pcmu");

    public MediaPolicy {
        codecs = List.copyOf(codecs);
    }

    /// What we say must fit a datagram.
    public MediaPolicy(List<String> codecs, SrtpPolicy srtp) {
        this(codecs, srtp, false);
    }

    /// Plain RTP with these codecs.
    public static MediaPolicy plain(String... codecs) {
        return new MediaPolicy(List.of(codecs), SrtpPolicy.OFF);
    }
}
