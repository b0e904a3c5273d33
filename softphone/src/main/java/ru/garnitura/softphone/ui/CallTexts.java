package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Words;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallHints;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.DeviceNotice;
import ru.garnitura.softphone.call.MediaSnapshot;

/// What the call bar says about a call. Names and queues come from outside: they are shown as text, without characters
/// that turn the direction of writing.
record CallTexts(Words words, Formats formats) {

    static final String BETWEEN = " · ";

    /// A text that is said again when the language or one of these changes.
    StringBinding text(Supplier<String> text, Observable... on) {
        var watched = new ArrayList<Observable>();
        watched.add(words.language());
        watched.addAll(List.of(on));
        return Bindings.createStringBinding(text::get, watched.toArray(Observable[]::new));
    }

    String who(@Nullable CallSnapshot call) {
        if (call == null) {
            return "";
        }
        var name = plain(call.remote().displayName());
        return name.isEmpty() ? number(call) : name;
    }

    /// Number, queue, how long they waited; why the call is over when it is.
    String detail(@Nullable CallSnapshot call) {
        if (call == null) {
            return "";
        }
        var parts = new ArrayList<String>();
        if (!plain(call.remote().displayName()).isEmpty()) {
            parts.add(number(call));
        }
        var end = call.end();
        if (end != null) {
            parts.add(EndWords.of(end, words));
            return String.join(BETWEEN, parts);
        }
        parts.addAll(way(call.remote().hints()));
        var queue = plain(call.remote().hints().queue());
        if (!queue.isEmpty()) {
            parts.add(words.now("call.queue", queue));
        }
        if (call.remote().hints().waitedSeconds() >= 0) {
            parts.add(words.now("call.waited", duration(call.remote().hints().waitedSeconds())));
        }
        return String.join(BETWEEN, parts);
    }

    /// Who sent the caller here, and what number was called first.
    private List<String> way(CallHints hints) {
        var way = new ArrayList<String>();
        if (!plain(hints.referredBy()).isEmpty()) {
            way.add(words.now("call.referred", formats.phone(plain(hints.referredBy()))));
        }
        if (!hints.divertedFrom().isEmpty()) {
            way.add(words.now("call.diverted", formats.phone(plain(hints.divertedFrom().getLast()))));
        }
        return way;
    }

    /// Another call than the one at hand, in short.
    String other(CallSnapshot call, Duration held) {
        var key = call.state() == CallState.RINGING ? "other.ringing"
                : call.inConference() ? "other.conference" : "other.held";
        return words.now(key, who(call), formats.duration(held));
    }

    /// Why a transfer or a consultation came to nothing.
    String setback(@Nullable CallEndCause cause) {
        return cause == null ? "" : words.now("setback", EndWords.of(cause, words));
    }

    String phase(CallPhase phase) {
        return switch (phase) {
            case NONE -> "";
            case INCOMING -> words.now("call.incoming");
            case OUTGOING -> words.now("call.outgoing");
            case TALKING -> words.now("call.talking");
            case HELD -> words.now("call.held");
            case ENDED -> words.now("call.ended");
        };
    }

    /// `Связь 4,3`; empty while nothing is measured.
    String quality(MediaSnapshot media) {
        return media.mos() < 1 ? "" : words.now("quality.mos", formats.decimal(media.mos(), 1));
    }

    /// What microphone or speaker lacks; where sound went is told by the window.
    String device(@Nullable DeviceNotice notice) {
        return notice == null ? "" : switch (notice.kind()) {
            case OPENED, REPLACED -> "";
            case NONE_AVAILABLE -> words.now(switch (notice.place()) {
                case MICROPHONE -> "device.none.microphone";
                case HEADSET -> "device.none.headset";
                case BOTH -> "device.none";
            });
        };
    }

    /// What was promised to the customer on hold.
    String promise(Duration held, Duration promise) {
        var left = promise.minus(held);
        return left.isNegative() ? words.now("hold.broken", formats.duration(left.negated()))
                : words.now("hold.promise", formats.duration(left));
    }

    private String number(CallSnapshot call) {
        var number = plain(call.remote().number());
        return number.isEmpty() ? words.now("call.anonymous") : formats.phone(number);
    }

    private String duration(int seconds) {
        return formats.duration(Duration.ofSeconds(seconds));
    }

    static String plain(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Cc}]", "").strip();
    }
}
