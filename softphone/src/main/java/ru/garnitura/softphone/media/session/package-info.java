/// One call's media: SDP by the Offer/Answer model on the signaling lane (`RtpMediaSession`, `Negotiation`), and the
/// stream it sets up on the audio lane (`CallStream`). Between them only immutable `StreamPlan`s cross. Imports
/// `call`, `audio.signal`, `media.codec`, `media.rtp`, `media.srtp`, `media.dtls` and `media.lane`.
@NullMarked
package ru.garnitura.softphone.media.session;

import org.jspecify.annotations.NullMarked;
