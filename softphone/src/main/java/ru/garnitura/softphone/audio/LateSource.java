package ru.garnitura.softphone.audio;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/// A sound that is still being made ready elsewhere: silent until then, and for good where that fails.
public final class LateSource implements AudioSource {

    private final CompletableFuture<? extends AudioSource> coming;

    public LateSource(CompletableFuture<? extends AudioSource> coming) {
        this.coming = coming;
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
