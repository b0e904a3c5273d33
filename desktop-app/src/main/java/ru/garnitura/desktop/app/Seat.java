package ru.garnitura.desktop.app;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.garnitura.desktop.link.BackOfficeLink;
import ru.garnitura.desktop.link.DeskLink;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.Limits;
import ru.garnitura.desktop.link.policy.Operator;
import ru.garnitura.desktop.link.policy.RecordingPolicy;
import ru.garnitura.desktop.link.signin.SignInOutcome;
import ru.garnitura.desktop.settings.Configuration;

/// Who sits at the desk, with what rights, and where the things lie.
///
/// @param privateKey 64 hexadecimal digits
/// @param basis      how the sign-in went
record Seat(DeskLink link, DeskPolicy policy, Folders folders, String privateKey, SignInOutcome.SignedIn.Basis basis) {

    private static final int KEY_BYTES = 32;

    record Folders(Path privateCopy, Path base) {
    }

    /// Whether there is a back office behind this desk.
    boolean served() {
        return !policy.operator().id().isEmpty();
    }

    String operator() {
        return policy.operator().name();
    }

    /// The desk of an operator who has just signed in.
    ///
    /// @throws ru.garnitura.desktop.outbox.OutboxException when the local database can't be opened
    static Seat of(BackOfficeLink through, SignInOutcome.SignedIn in) {
        DeskLink opened = through.open(in);
        var place = through.workplace(in);
        var folders = new Folders(place.privateCopy(), place.knowledgeBase());
        return new Seat(opened, in.policy(), folders, in.key().hexFor("private"), in.basis());
    }

    /// A softphone without a back office. Its private copy lives no longer than the process, as its key does.
    static Seat alone(Launch launch) {
        Path folder = launch.data().resolve("alone");
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Configuration.Sip sip = launch.sip();
        return new Seat(new AloneLink(folder.resolve("outbox"), InstantSource.system()), aloneAs(sip == null ? "" : sip.aor()),
                new Folders(folder.resolve("private"), folder.resolve("kb")), HexFormat.of().formatHex(key),
                new SignInOutcome.SignedIn.Basis(folder, true, false));
    }

    /// What holds at a desk without a back office: no topics, no reasons, usual times.
    static DeskPolicy aloneAs(String name) {
        var hold = new Limits.Hold(Duration.ofSeconds(60), List.of());
        var wrapUp = new Limits.WrapUp(Duration.ofSeconds(60), Duration.ofSeconds(30));
        return new DeskPolicy(new Operator("", name, name, Set.of(), List.of()), List.of(),
                new Choices(List.of(), List.of(), List.of(), List.of(), List.of()), new Limits(1, Map.of(), Duration.ofSeconds(20), 0),
                new DeskPolicy.Conduct(hold, wrapUp, RecordingPolicy.OFF, Map.of(), Map.of()));
    }
}
