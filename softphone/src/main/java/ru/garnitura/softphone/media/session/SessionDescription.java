package ru.garnitura.softphone.media.session;

import java.util.List;
import java.util.Optional;

/// The parts of an SDP body (RFC 8866) that a call is about.
///
/// @param connection address of the session's `c=` line, empty where there is none
record SessionDescription(String connection, List<Attribute> attributes, List<MediaLine> media) {

    /// `a=name:value`; the value is empty for a property attribute.
    record Attribute(String name, String value) {
    }

    /// One `m=` line with what belongs to it.
    ///
    /// @param formats    as written: payload types for RTP
    /// @param connection address of its own `c=` line, or the session's
    record MediaLine(String kind, int port, String profile, List<String> formats, String connection,
            List<Attribute> attributes) {

        /// Value of the first attribute of this name.
        Optional<String> attribute(String name) {
            return attributes.stream().filter(a -> a.name().equals(name)).map(Attribute::value).findFirst();
        }

        List<String> attributesNamed(String name) {
            return attributes.stream().filter(a -> a.name().equals(name)).map(Attribute::value).toList();
        }

        boolean has(String name) {
            return attribute(name).isPresent();
        }
    }
}
