package ru.garnitura.desktop.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import ru.garnitura.assets.Formats;
import ru.garnitura.assets.Tone;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.events.LineState;
import ru.garnitura.desktop.link.rest.LinkFault;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.topbar.LampText;
import ru.garnitura.kb.ui.KbStatus;

/// What the lamps for chats and the base say. FX lane.
final class LinkLamps {

    private final Appearance appearance;
    private final boolean served;

    /// @param served whether there is a back office behind this desk
    LinkLamps(Appearance appearance, boolean served) {
        this.appearance = appearance;
        this.served = served;
    }

    ObservableValue<LampText> chats(ObservableValue<LineState> line) {
        return Bindings.createObjectBinding(() -> chats(line.getValue()), line, appearance.language());
    }

    ObservableValue<LampText> base(ObservableValue<KbStatus> status) {
        return Bindings.createObjectBinding(() -> base(status.getValue()), status, appearance.language());
    }

    private LampText chats(LineState line) {
        Words words = appearance.words();
        Formats formats = appearance.formats();
        String name = words.now("lamp.chats");
        return switch (line) {
            case LineState.Idle _ -> new LampText(Tone.NEUTRAL, name,
                    words.now(served ? "lamp.chats.idle" : "lamp.chats.no-server"));
            case LineState.Connecting _ -> new LampText(Tone.WARN, name, words.now("lamp.chats.connecting"));
            case LineState.Connected up -> new LampText(Tone.OK, name,
                    words.now("lamp.chats.connected", formats.moment(up.since())));
            case LineState.Reconnecting down -> new LampText(Tone.DANGER, name,
                    words.now("lamp.chats.reconnecting", formats.moment(down.since()), fault(down.cause())));
            case LineState.SignedOut _ -> new LampText(Tone.DANGER, name, words.now("lamp.chats.signed-out"));
            case LineState.TakenOver _ -> new LampText(Tone.WARN, name, words.now("lamp.chats.taken-over"));
            case LineState.NewerContract newer -> new LampText(Tone.DANGER, name,
                    words.now("lamp.chats.newer-contract", newer.needed()));
        };
    }

    private LampText base(KbStatus status) {
        Words words = appearance.words();
        if (!served) {
            return new LampText(Tone.NEUTRAL, words.now("lamp.base"), words.now("lamp.base.no-server"));
        }
        String name = status.asOf() == null ? words.now("lamp.base")
                : words.now("lamp.base.at", appearance.formats().moment(status.asOf()));
        Tone tone = switch (status.light()) {
            case FRESH -> Tone.OK;
            case LOADING -> Tone.ACCENT;
            case STALE -> Tone.WARN;
            case FAILED -> Tone.DANGER;
        };
        return new LampText(tone, name, status.words());
    }

    private String fault(LinkFault fault) {
        Words words = appearance.words();
        return switch (fault) {
            case NO_NETWORK, REFUSED, TIMED_OUT, BROKEN, SILENT, SLEPT -> words.now("fault.unreachable");
            case TLS -> words.now("fault.tls");
            case SERVER_ERROR, BUSY, MALFORMED -> words.now("fault.server");
        };
    }
}
