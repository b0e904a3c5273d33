package ru.garnitura.softphone.sip;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;

import javax.net.ssl.SSLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationCause.Certificate.Flaw;

/// Why a connection did not come about, in the terms the operator is told.
final class ConnectFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectFailures.class);

    private ConnectFailures() {
    }

    static RegistrationCause causeOf(IOException failure) {
        LOG.info("No connection: {}", failure.toString());
        return switch (failure) {
            case SocketTimeoutException _, ConnectException _ -> new RegistrationCause.NoAnswer();
            case NoRouteToHostException _ -> new RegistrationCause.NoNetwork();
            case SSLException refused -> new RegistrationCause.Certificate(flawOf(refused), String.valueOf(refused.getMessage()));
            default -> new RegistrationCause.NoNetwork();
        };
    }

    private static Flaw flawOf(SSLException refused) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Flaw.EXPIRED;
            }
            all.append(cause.getMessage()).append('\n');
        }
        String text = all.toString().toLowerCase(Locale.ROOT);
        if (text.contains("no name matching") || text.contains("no subject alternative")) {
            return Flaw.OTHER_NAME;
        }
        return text.contains("certification path") || text.contains("certificate") ? Flaw.UNTRUSTED : Flaw.NO_COMMON_PROTOCOL;
    }
}
