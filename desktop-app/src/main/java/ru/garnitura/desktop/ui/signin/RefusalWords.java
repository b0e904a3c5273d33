package ru.garnitura.desktop.ui.signin;

import org.jspecify.annotations.Nullable;
import ru.garnitura.assets.Words;
import ru.garnitura.desktop.link.signin.SignInOutcome;

/// Why a sign-in failed and what to do, in words.
final class RefusalWords {

    private RefusalWords() {
    }

    static String of(@Nullable SignInOutcome outcome, Words words) {
        return switch (outcome) {
            case null -> "";
            case SignInOutcome.SignedIn _ -> "";
            case SignInOutcome.WrongPassword _ -> words.now("signin.wrong-password");
            case SignInOutcome.TooManyTries tries -> words.now("signin.too-many", Math.max(1, tries.pause().toSeconds()));
            case SignInOutcome.Unreachable _ -> words.now("signin.unreachable");
            case SignInOutcome.NewerContract newer -> words.now("signin.newer-contract", newer.needed());
            case SignInOutcome.Refused refused -> words.now("signin.refused", refused.code());
            case SignInOutcome.NoLocalStore _ -> words.now("signin.no-store");
        };
    }
}
