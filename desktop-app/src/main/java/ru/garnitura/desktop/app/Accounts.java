package ru.garnitura.desktop.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.policy.SipLine;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;

/// SIP accounts as the softphone wants them, from the back office's line or from the configuration file.
final class Accounts {

    private static final List<String> CODECS = List.of("opus", "g722", "pcma", "pcmu");
    /// A customer, a consultation, and one more.
    private static final int MOST_CALLS = 3;
    private static final Pattern TRANSPORT = Pattern.compile("(?i);transport=(udp|tcp|tls)\\b");
    private static final String ANY_PORT = "0.0.0.0:0";

    private Accounts() {
    }

    static SipAccount of(SipLine line, String operator) {
        var identity = new SipAccount.Identity(line.aor(), operator, line.login().user(), line.login().password()::toCharArray);
        var route = new SipAccount.Route(line.route().registrar(), line.route().outboundProxy(), ANY_PORT,
                transport(line.route().transport()));
        var policy = new SipAccount.CallPolicy(-1, 0, MOST_CALLS, line.codecs(), srtp(line.srtp()));
        return new SipAccount(identity, route, policy,
                new SipAccount.Permissions(line.manners().waiting(), line.manners().autoAnswerFor(), true),
                new SipAccount.Patience(line.manners().silence()));
    }

    static SipAccount of(Configuration.Sip sip) {
        var identity = new SipAccount.Identity(sip.aor(), "", text(sip.authUser()), password(sip.passwordEnv()));
        String registrar = sip.registrar() == null ? "sip:" + sip.aor().substring(sip.aor().indexOf('@') + 1) : sip.registrar();
        var route = new SipAccount.Route(registrar, text(sip.outboundProxy()),
                Objects.requireNonNullElse(sip.listen(), ANY_PORT), transport(transportIn(registrar)), text(sip.ca()));
        var policy = new SipAccount.CallPolicy(Objects.requireNonNullElse(sip.autoAnswerMs(), -1),
                Objects.requireNonNullElse(sip.sessionTimerSeconds(), 0), MOST_CALLS,
                Objects.requireNonNullElse(sip.codecs(), CODECS), srtp(sip.srtp()));
        var patience = new SipAccount.Patience(Duration.ofSeconds(Objects.requireNonNullElse(sip.silenceHangUpSeconds(), 0)));
        return new SipAccount(identity, route, policy, SipAccount.Permissions.USUAL, patience);
    }

    private static Supplier<char[]> password(@Nullable String variable) {
        return () -> variable == null ? new char[0] : Objects.requireNonNullElse(System.getenv(variable), "").toCharArray();
    }

    private static String transportIn(String registrar) {
        var named = TRANSPORT.matcher(registrar);
        return named.find() ? named.group(1) : "udp";
    }

    private static SipTransport transport(String name) {
        return SipTransport.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static SrtpPolicy srtp(@Nullable String name) {
        return name == null ? SrtpPolicy.OFF : SrtpPolicy.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
