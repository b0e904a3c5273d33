package ru.garnitura.desktop.app;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.ui.Appearance;
import ru.garnitura.desktop.ui.notice.Notice;
import ru.garnitura.desktop.ui.notice.Notices;
import ru.garnitura.kb.KbNeeds;
import ru.garnitura.kb.article.Passage;
import ru.garnitura.sessions.SessionsNeeds;
import ru.garnitura.sessions.customer.RecordingPlayer;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.ChannelLimits;
import ru.garnitura.sessions.session.DeskLimits;

/// What the features ask of this desk.
record DeskNeeds(Seat seat, Lanes lanes, Clock clock, Appearance appearance, Notices notices) {

    /// @param recordings plays those of the history
    SessionsNeeds sessions(RecordingPlayer recordings) {
        var ports = new SessionsNeeds.Ports(seat.link().chats(), seat.link().drafts(), seat.link().customers(), recordings);
        var store = new SessionsNeeds.PrivateStore(seat.folders().privateCopy(), seat.privateKey(),
                file -> rebuilt("notice.rebuilt.private"));
        var desk = new SessionsNeeds.Desk(appearance.language(), new SimpleStringProperty(seat.operator()),
                new SimpleObjectProperty<>(limits(seat.policy().limits())));
        return new SessionsNeeds(SessionsNeeds.Lanes.onFx(lanes.fx(), lanes.io(), clock), ports, store, desk);
    }

    /// @param insert takes a passage into the reply
    KbNeeds base(Consumer<Passage> insert) {
        var ports = new KbNeeds.Ports(seat.link().knowledgeBase(), seat.link().feedback(), insert,
                damaged -> rebuilt(switch (damaged.what()) {
                    case ARTICLES -> "notice.rebuilt.base";
                    case INDEX -> "notice.rebuilt.index";
                    case OWN_RECORDS -> "notice.rebuilt.own";
                }));
        return new KbNeeds(new KbNeeds.Lanes(lanes.fx(), lanes.io()), ports, seat.folders().base(), clock,
                appearance.language());
    }

    private void rebuilt(String key) {
        lanes.fx().execute(() -> notices.show(Notice.news(key.substring(key.indexOf('.') + 1).replace('.', '-'),
                appearance.words().text(key))));
    }

    private static DeskLimits limits(Limits limits) {
        Map<Channel, ChannelLimits> channels = limits.channels().entrySet().stream()
                .collect(Collectors.toMap(entry -> Channel.parse(entry.getKey()),
                        entry -> new ChannelLimits(entry.getValue().amber(), entry.getValue().red()), (first, second) -> first));
        return new DeskLimits(limits.chatCap(), channels);
    }
}
