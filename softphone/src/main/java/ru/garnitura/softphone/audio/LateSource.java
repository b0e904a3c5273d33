package ru.garnitura.softphone.audio;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sound that is still being made ready elsewhere: silent until then, and for good where that fails, which is logged.
public final class LateSource implements AudioSource {

    private static final Logger LOG = LoggerFactory.getLogger(LateSource.class);

    private final CompletableFuture<? extends AudioSource> coming;

    public LateSource(CompletableFuture<? extends AudioSource> coming) {
        this.coming = coming;
        var _ = coming.whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.warn("A sound could not be made ready and stays silent", failed);
            }
        });
    }

    @Override
    public void read(short[] frame) {
        if (coming.isDone() && !coming.isCompletedExceptionally()) {
            coming.resultNow().read(frame);
        } else {
            Arrays.fill(frame, (short) 0);
        }
    }
}
