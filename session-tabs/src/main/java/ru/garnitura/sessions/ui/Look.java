package ru.garnitura.sessions.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.Words;
import ru.garnitura.assets.controls.ChannelLook;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.Session;
import ru.garnitura.sessions.session.SessionOrigin;
import ru.garnitura.sessions.session.WaitingLevel;

/// The words, formats and the clock all views of the feature share.
public record Look(Words words, Formats formats, Clock clock) {

    public static Look of(ObservableValue<Locale> language, Clock clock) {
        return new Look(Words.of(language, "sessions", Look.class), new Formats(language, clock), clock);
    }

    Instant now() {
        return clock.instant();
    }

    /// The channel in words.
    String channel(Channel channel) {
        return words.now("channel." + key(channel));
    }

    /// The channel in keys of words; `other` is taken by plural forms.
    static String key(Channel channel) {
        return channel == Channel.OTHER ? "unnamed" : channel.name().toLowerCase(Locale.ROOT);
    }

    static ChannelLook channelLook(Channel channel) {
        return switch (channel) {
            case CALL -> ChannelLook.CALL;
            case SITE -> ChannelLook.SITE;
            case APP -> ChannelLook.APP;
            case WHATSAPP -> ChannelLook.WHATSAPP;
            case TELEGRAM -> ChannelLook.TELEGRAM;
            case VIBER -> ChannelLook.VIBER;
            case VK -> ChannelLook.VK;
            case EMAIL -> ChannelLook.MAIL;
            case REVIEW -> ChannelLook.REVIEW;
            case OK, SMS, OTHER -> ChannelLook.OTHER;
        };
    }

    static Tone tone(WaitingLevel level) {
        return switch (level) {
            case CALM -> Tone.NEUTRAL;
            case SOON -> Tone.WARN;
            case LATE -> Tone.DANGER;
        };
    }

    /// Who it is: the name given, the number, or a word for somebody unknown.
    String nameOf(Session session) {
        SessionOrigin.Party party = session.origin().party();
        if (!party.name().isBlank()) {
            return SafeText.line(party.name());
        }
        return party.address().isBlank() ? words.now("party.unknown") : SafeText.line(formats.phone(party.address()));
    }

    /// What goes on: writing, the last line, or the queue.
    String previewOf(Session session) {
        if (session.attention().typing()) {
            return words.now("list.typing");
        }
        return SafeText.line(session.preview().isBlank() ? session.origin().queue() : session.preview());
    }

    /// Time passed since, never negative.
    Duration since(Instant at) {
        Instant now = now();
        return now.isBefore(at) ? Duration.ZERO : Duration.between(at, now);
    }
}
