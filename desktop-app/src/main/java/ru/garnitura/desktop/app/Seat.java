package ru.garnitura.desktop.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.link.policy.Operator;
import ru.garnitura.desktop.link.policy.RecordingPolicy;
import ru.garnitura.desktop.link.signin.SignInOutcome;

/// Who sits at the desk, with what rights, and where the things lie.
///
/// @param privateKey 64 hexadecimal digits
/// @param basis      how the sign-in went
record Seat(DeskLink link, DeskPolicy policy, Folders folders, String privateKey, SignInOutcome.SignedIn.Basis basis) {

    record Folders(Path privateCopy, Path base) {
    }

    /// Whether there is a back office behind this desk.
    boolean served() {
        return !policy.operator().id().isEmpty();
    }

    String operator() {
        return policy.operator().name();
    }

    /// What holds at a desk without a back office: no topics, no reasons, usual times.
    static DeskPolicy aloneAs(String name) {
        var hold = new Limits.Hold(Duration.ofSeconds(60), List.of());
        var wrapUp = new Limits.WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(30));
        return new DeskPolicy(new Operator("", name, name, Set.of(), List.of()), List.of(),
                new Choices(List.of(), List.of(), List.of(), List.of()), new Limits(1, Map.of(), Duration.ofSeconds(20), 0),
                new DeskPolicy.Conduct(hold, wrapUp, RecordingPolicy.OFF, Map.of(), Map.of()));
    }
}
