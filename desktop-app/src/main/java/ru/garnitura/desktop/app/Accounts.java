package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.policy.Choices;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;

/// SIP accounts as the softphone wants them, from the back office's line or from the configuration file.
final class Accounts {

    private static final List<String> CODECS = List.of("opus", "g722", "pcma", "pcmu");
    /// A customer, a consultation, and one more.
    private static final int MOST_CALLS = 3;
    /// As RFC 4028 proposes (section 4): a far end that is gone behind a silent hold is noticed.
    private static final int SESSION_SECONDS = 1_800;
    private static final String ANY_PORT = "0.0.0.0:0";

    private Accounts() {
    }

    /// A line's own; accounts of equal lines are equal.
    private record Password(String word) implements Supplier<char[]> {

        @Override
        public char[] get() {
            return word.toCharArray();
        }

        /// Without the word.
        @Override
        public String toString() {
            return "Password";
        }
    }

    static SipAccount of(SipLine line, String operator, List<Choices.Colleague> colleagues) {
        var identity = new SipAccount.Identity(line.aor(), operator, line.login().user(),
                new Password(line.login().password()));
        var route = new SipAccount.Route(line.route().registrar(), line.route().outboundProxy(), ANY_PORT,
                transport(line.route().transport()));
        var policy = new SipAccount.CallPolicy(-1, SESSION_SECONDS, MOST_CALLS, line.codecs(),
                Encryption.srtp(line.srtp(), line.route().registrar()));
        return new SipAccount(identity, route, policy,
                new SipAccount.Permissions(line.manners().waiting(), line.manners().autoAnswerFor(),
                        referrals(line.manners().referrals()),
                        colleagues.stream().map(Choices.Colleague::number).collect(Collectors.toSet())),
                new SipAccount.Patience(line.manners().silence()));
    }

    static SipAccount of(Configuration.Sip sip) {
        var identity = new SipAccount.Identity(sip.aor(), "", text(sip.authUser()), password(sip.passwordEnv()));
        String registrar = sip.registrar() == null ? registrarOf(sip.aor()) : sip.registrar();
        var route = new SipAccount.Route(registrar, text(sip.outboundProxy()),
                Objects.requireNonNullElse(sip.listen(), ANY_PORT), Encryption.transport(registrar), text(sip.ca()));
        var policy = new SipAccount.CallPolicy(Objects.requireNonNullElse(sip.autoAnswerMs(), -1),
                Objects.requireNonNullElse(sip.sessionTimerSeconds(), SESSION_SECONDS), MOST_CALLS,
                Objects.requireNonNullElse(sip.codecs(), CODECS), Encryption.srtp(sip.srtp(), registrar));
        var patience = new SipAccount.Patience(Duration.ofSeconds(Objects.requireNonNullElse(sip.silenceHangUpSeconds(), 0)));
        return new SipAccount(identity, route, policy, new SipAccount.Permissions(true, Set.of(), referrals(text(sip.referrals()))), patience);
    }

    private static Supplier<char[]> password(@Nullable String variable) {
        return () -> variable == null ? new char[0] : Objects.requireNonNullElse(System.getenv(variable), "").toCharArray();
    }

    /// The domain of an address is where it registers, as securely as it is called.
    private static String registrarOf(String aor) {
        return aor.substring(0, aor.indexOf(':') + 1) + aor.substring(aor.indexOf('@') + 1);
    }

    /// An unknown word is a newer server's: the operator is asked.
    private static SipAccount.Referrals referrals(String word) {
        return switch (word) {
            case "refuse" -> SipAccount.Referrals.REFUSED;
            case "follow" -> SipAccount.Referrals.FOLLOWED;
            default -> SipAccount.Referrals.ASKED;
        };
    }

    private static SipTransport transport(String name) {
        return SipTransport.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
