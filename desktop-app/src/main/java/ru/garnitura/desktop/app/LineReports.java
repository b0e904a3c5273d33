package ru.garnitura.desktop.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.PbxQueues;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// What the operator is told of a call that went silent, and of a telephone exchange that does not take his state. FX lane.
final class LineReports {

    private static final String LINE = "line";
    private static final String QUEUES = "queues";

    private final Notices notices;
    private final Words words;
    private boolean reachable = true;
    private @Nullable CallId silent;
    /// Shown once, and not again after the operator put it away.
    private String shown = "";
    /// Codes last refused, said already; the softphone tries them again by itself.
    private final Map<PbxQueues.Matter, String> refused = new EnumMap<>(PbxQueues.Matter.class);

    LineReports(Notices notices, Words words) {
        this.notices = notices;
        this.words = words;
    }

    void happened(SoftphoneEvent event) {
        switch (event) {
            case SoftphoneEvent.RemoteSilent(CallId call, long milliseconds) -> {
                silent = milliseconds > 0 ? call : Objects.equals(call, silent) ? null : silent;
                show();
            }
            case SoftphoneEvent.CallChanged(CallSnapshot call) -> changed(call);
            case SoftphoneEvent.RegistrationChanged changed -> {
                reachable = changed.registration().state() != RegistrationState.FAILED;
                show();
            }
            case SoftphoneEvent.CodeDialled dialled -> dialled(dialled.matter(), dialled.code(), dialled.failure());
            case SoftphoneEvent.IncomingCall _, SoftphoneEvent.TurnedAway _, SoftphoneEvent.DigitReceived _,
                    SoftphoneEvent.TransferFailed _, SoftphoneEvent.AnsweredByItself _,
                    SoftphoneEvent.ReferralAsked _, SoftphoneEvent.ReferralSettled _,
                    SoftphoneEvent.DeviceChanged _ -> { }
        }
    }

    private void changed(CallSnapshot call) {
        if (call.state() == CallState.TERMINATED && call.id().equals(silent)) {
            silent = null;
            show();
        }
    }

    private void show() {
        String key = silent == null ? "" : reachable ? "notice.line.silent" : "notice.line.lost";
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        if (key.isEmpty()) {
            notices.clear(LINE);
        } else {
            notices.show(Notice.trouble(LINE, words.text(key)));
        }
    }

    private void dialled(PbxQueues.Matter matter, String code, @Nullable CallEndCause failure) {
        if (failure == null) {
            refused.remove(matter);
            if (refused.isEmpty()) {
                notices.clear(QUEUES);
            }
        } else if (!code.equals(refused.put(matter, code))) {
            notices.show(Notice.warning(QUEUES, words.text("notice.queues", code)));
        }
    }
}
