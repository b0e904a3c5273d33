package ru.garnitura.softphone.ui;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ru.garnitura.assets.Tone;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;

/// The truth about registration, for the lamp. FX lane.
public final class RegistrationViewModel implements AutoCloseable {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final ReadOnlyObjectWrapper<RegistrationSnapshot> registration;
    private final ReadOnlyObjectWrapper<Instant> now;
    private final Softphone.Subscription subscription;
    private final Runnable stopTicks;

    RegistrationViewModel(Softphone softphone, SoftphoneUi.Needs needs) {
        registration = new ReadOnlyObjectWrapper<>(this, "registration", softphone.snapshot().registration());
        now = new ReadOnlyObjectWrapper<>(this, "now", needs.clock().instant());
        stopTicks = needs.ticker().every(REFRESH, () -> now.set(needs.clock().instant()));
        subscription = softphone.subscribe(event -> {
            if (event instanceof SoftphoneEvent.RegistrationChanged(var changed)) {
                needs.fx().execute(() -> {
                    now.set(needs.clock().instant());
                    registration.set(changed);
                });
            }
        });
    }

    public ReadOnlyObjectProperty<RegistrationSnapshot> registrationProperty() {
        return registration.getReadOnlyProperty();
    }

    /// The moment against which ages are told; moves on every ten seconds.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /// What the lamp's colour says.
    public static Tone tone(RegistrationState state) {
        return switch (state) {
            case OFF -> Tone.NEUTRAL;
            case TRYING -> Tone.WARN;
            case REGISTERED -> Tone.OK;
            case FAILED -> Tone.DANGER;
        };
    }

    @Override
    public void close() {
        subscription.close();
        stopTicks.run();
    }
}
