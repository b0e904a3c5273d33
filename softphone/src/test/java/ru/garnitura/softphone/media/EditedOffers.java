package ru.garnitura.softphone.media;

import java.util.function.UnaryOperator;
import ru.garnitura.softphone.call.MediaDirection;
import ru.garnitura.softphone.call.MediaEngine;
import ru.garnitura.softphone.call.MediaSession;

/// An engine whose offers a test changes on their way.
public final class EditedOffers extends ForwardedEngine {

    private final UnaryOperator<String> edit;

    public EditedOffers(MediaEngine engine, UnaryOperator<String> edit) {
        super(engine);
        this.edit = edit;
    }

    @Override
    MediaSession wrap(MediaSession real) {
        return new ForwardedSession(real) {
            @Override
            public String createOffer(MediaDirection direction) {
                return edit.apply(super.createOffer(direction));
            }
        };
    }
}
