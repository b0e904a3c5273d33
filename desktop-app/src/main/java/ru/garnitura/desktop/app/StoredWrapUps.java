package ru.garnitura.desktop.app;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.desktop.desk.WrapUp;
import ru.garnitura.desktop.desk.WrapUpStore;
import ru.garnitura.desktop.desk.WrapUpText;
import ru.garnitura.sessions.chat.Draft;
import ru.garnitura.sessions.chat.DraftStore;
import ru.garnitura.sessions.session.SessionId;
import tools.jackson.core.JacksonException;

/// Unfinished wrap-ups among the drafts: they need the same care, and lie in the database that is never dropped.
final class StoredWrapUps implements WrapUpStore {

    private static final Logger log = LoggerFactory.getLogger(StoredWrapUps.class);
    private static final String PREFIX = "wrap-up:";

    private final DraftStore drafts;

    StoredWrapUps(DraftStore drafts) {
        this.drafts = drafts;
    }

    @Override
    public List<WrapUp> all() {
        return drafts.all().entrySet().stream().filter(entry -> entry.getKey().value().startsWith(PREFIX))
                .flatMap(entry -> parsed(entry.getValue().text())).toList();
    }

    @Override
    public void save(WrapUp wrapUp) {
        drafts.save(key(wrapUp.contact().session()), new Draft(WrapUpText.kept(wrapUp), 0));
    }

    @Override
    public void remove(String session) {
        drafts.save(key(session), Draft.EMPTY);
    }

    private static SessionId key(String session) {
        return new SessionId(PREFIX + session);
    }

    private static Stream<WrapUp> parsed(String text) {
        try {
            return Stream.of(WrapUpText.parse(text));
        } catch (JacksonException e) {
            log.warn("A kept wrap-up of {} characters can't be read", text.length(), e);
            return Stream.empty();
        }
    }
}
