package ru.garnitura.softphone.sip;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPResponse;
import javax.sip.message.Request;
import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.Timers;
import ru.garnitura.softphone.sip.digest.DigestChallenge;
import ru.garnitura.softphone.sip.digest.DigestClient;
import ru.garnitura.softphone.sip.stack.ResolvedHop;

/// Keeps one address of record bound to our contact, tries without limit, and tells the truth about it. A refresh is
/// also the check that the registrar is still there and has not forgotten us. Signaling lane.
final class Registration {

    /// Asked of the registrar.
    private static final int TERM_SECONDS = 120;
    private static final int LONGEST_TERM_SECONDS = 86_400;
    /// A registrar that restarted is noticed within 30 s, and a NAT binding kept.
    private static final Duration CHECK = Duration.ofSeconds(20);
    /// A try that has no final answer by then has failed, whatever the transaction still hopes for.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAIL_OVER = Duration.ofMillis(100);
    private static final long LONGEST_WAIT_MS = 20_000;
    /// A wrong password does not get right by asking often, and may lock the account.
    private static final Duration AFTER_WRONG_PASSWORD = Duration.ofSeconds(60);
    private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires\\s*=\\s*\"?(\\d{1,9})");

    private final SipLine line;
    private final Consumer<RegistrationSnapshot> report;
    private final Consumer<InetAddress> registrarFound;
    private final String callId = Wording.unique() + Wording.unique();
    private final String tag = Wording.unique();
    private final DigestClient digest;
    private RegistrationSnapshot snapshot;
    private Timers.Timer next = Timers.Timer.NONE;
    private Timers.Timer patience = Timers.Timer.NONE;
    private @Nullable ResolvedHop registrar;
    private long sequence;
    private int term = TERM_SECONDS;
    /// What we registered last, without parameters.
    private String contact = "";
    private int failures;
    /// The registrar had the term raised since it registered us last.
    private boolean raised;
    private int attempt;

    Registration(SipLine line, Consumer<RegistrationSnapshot> report, Consumer<InetAddress> registrarFound) {
        this.line = line;
        this.report = report;
        this.registrarFound = registrarFound;
        this.digest = SipLine.digestOf(line.account());
        this.snapshot = RegistrationSnapshot.off(line.lane().now());
    }

    void start() {
        if (snapshot.state() == RegistrationState.OFF) {
            become(RegistrationState.TRYING, new RegistrationCause.None());
        }
        attempt();
    }

    /// Asks at once, whatever was planned.
    void renew() {
        if (snapshot.state() != RegistrationState.OFF) {
            failures = 0;
            attempt();
        }
    }

    /// Removes the binding without waiting for the answer.
    void stop() {
        next.cancel();
        patience.cancel();
        attempt++;
        ResolvedHop hop = registrar;
        if (hop != null && snapshot.state() == RegistrationState.REGISTERED) {
            exchange(Bye.UNHEEDED).send(() -> draft(hop, 0), hop);
        }
        if (snapshot.state() != RegistrationState.OFF) {
            become(RegistrationState.OFF, new RegistrationCause.None());
        }
    }

    private void attempt() {
        next.cancel();
        int current = ++attempt;
        patience.cancel();
        patience = line.lane().timers().after(PATIENCE, () -> {
            if (current == attempt) {
                failed(new RegistrationCause.NoAnswer(), Optional.empty());
            }
        });
        line.hops().find(line.firstHop(""), new HopFinder.Found() {
            @Override
            public void at(ResolvedHop hop) {
                if (current == attempt) {
                    registrar = hop;
                    registrarFound.accept(hop.address());
                    exchange(new Tried(current)).send(() -> draft(hop, term), hop);
                }
            }

            @Override
            public void nowhere(RegistrationCause cause) {
                if (current == attempt) {
                    failed(cause, Optional.empty());
                }
            }
        });
    }

    private Exchange exchange(Exchange.Outcome outcome) {
        Exchange exchange = new Exchange(line.wire(),
                new Exchange.Proof(digest, line.way().realms(), Realms.Purpose.REGISTRATION), outcome);
        digest.again(Request.REGISTER, uri()).ifPresent(exchange::with);
        return exchange;
    }

    private String uri() {
        return "sip:" + line.domain();
    }

    private RequestDraft draft(ResolvedHop hop, int seconds) {
        sequence++;
        return new RequestDraft(Request.REGISTER, uri()).header("From", line.party() + ";tag=" + tag)
                .header("To", line.party()).header("Call-ID", callId).header("CSeq", sequence + " REGISTER")
                .header("Contact", contactAt(hop)).header("Expires", seconds)
                .header("Allow", Wording.ALLOW);
    }

    private String contactAt(ResolvedHop hop) {
        String whole = line.wire().contactTowards(hop.address());
        contact = whole.substring(1, whole.length() - 1).split(";", 2)[0];
        return whole;
    }

    private void failed(RegistrationCause cause, Optional<Duration> asked) {
        attempt++;
        patience.cancel();
        failures++;
        distrust(cause);
        if (elsewhere(cause) && line.way().registrars().failOver()) {
            next = line.lane().timers().after(FAIL_OVER, this::attempt);
            become(RegistrationState.FAILED, cause);
            return;
        }
        Duration wait = asked.orElseGet(() -> cause instanceof RegistrationCause.WrongPassword
                ? AFTER_WRONG_PASSWORD.plusMillis(random(0, 30_000)) : backoff());
        next = line.lane().timers().after(wait, this::attempt);
        become(RegistrationState.FAILED, cause);
    }

    /// A connection over which no answer came may have died without a word: the next try makes another.
    private void distrust(RegistrationCause cause) {
        ResolvedHop hop = registrar;
        if (hop != null && cause instanceof RegistrationCause.NoAnswer) {
            line.hops().forget(hop);
        }
    }

    /// Another registrar of the account may know better, except about our password and our settings.
    private static boolean elsewhere(RegistrationCause cause) {
        return switch (cause) {
            case RegistrationCause.NoAnswer _, RegistrationCause.NoNetwork _, RegistrationCause.UnknownHost _,
                    RegistrationCause.Certificate _ -> true;
            case RegistrationCause.Refused(int status) -> status >= 500;
            case RegistrationCause.NotKept _ -> true;
            case RegistrationCause.None _, RegistrationCause.WrongPassword _, RegistrationCause.NoCommonAlgorithm _,
                    RegistrationCause.PortTaken _, RegistrationCause.BadSetting _ -> false;
        };
    }

    /// Doubling from 1 s, jittered over its upper half.
    private Duration backoff() {
        long ceiling = Math.min(LONGEST_WAIT_MS, 1000L << Math.min(failures - 1, 5));
        return Duration.ofMillis(random(ceiling / 2, ceiling));
    }

    private static long random(long from, long to) {
        return ThreadLocalRandom.current().nextLong(from, to + 1);
    }

    private void become(RegistrationState state, RegistrationCause cause) {
        boolean same = state == snapshot.state() && cause.equals(snapshot.cause());
        Instant now = line.lane().now();
        Instant success = state == RegistrationState.REGISTERED ? now : snapshot.lastSuccess();
        snapshot = new RegistrationSnapshot(state, cause, same ? snapshot.since() : now, success);
        report.accept(snapshot);
    }

    /// One REGISTER; an outcome that comes after its patience ran out is ignored.
    private final class Tried implements Exchange.Outcome {

        private final int number;

        Tried(int number) {
            this.number = number;
        }

        @Override
        public void success(Response ok) {
            if (number != attempt) {
                return;
            }
            int granted = granted(ok);
            if (granted <= 0) {
                failed(new RegistrationCause.NotKept(), Optional.empty());
                return;
            }
            patience.cancel();
            failures = 0;
            raised = false;
            Duration half = Duration.ofSeconds(granted).dividedBy(2);
            next = line.lane().timers().after(half.compareTo(CHECK) < 0 ? half : CHECK, Registration.this::attempt);
            become(RegistrationState.REGISTERED, new RegistrationCause.None());
        }

        /// Seconds for which our contact is bound; 0 where the registrar does not list it (RFC 3261, section 10.3). Some
        /// registrars bind the address they see us at instead of the one we told, and say in the Via which that is.
        private int granted(Response ok) {
            String mine = contact;
            String seen = seenAt(ok);
            return Wording.values(ok, "Contact").stream().filter(listed -> listed.contains(mine)
                    || (!seen.isEmpty() && listed.contains(seen))).findFirst().map(listed -> {
                Matcher expires = EXPIRES.matcher(listed);
                return expires.find() ? Integer.parseInt(expires.group(1)) : number(Wording.value(ok, "Expires"), term);
            }).orElse(0);
        }

        /// As `@host:port` (RFC 3581); empty where the registrar does not tell.
        private static String seenAt(Response ok) {
            Via via = ((SIPResponse) ok).getTopmostVia();
            return via == null || via.getReceived() == null || via.getRPort() <= 0 ? ""
                    : "@" + via.getReceived() + ":" + via.getRPort();
        }

        @Override
        public void failure(Response response) {
            if (number != attempt) {
                return;
            }
            int status = response.getStatusCode();
            int least = number(Wording.value(response, "Min-Expires"), 0);
            if (status == Response.INTERVAL_TOO_BRIEF && !raised && least > term && least <= LONGEST_TERM_SECONDS) {
                raised = true;
                term = least;
                attempt();
                return;
            }
            int seconds = number(Wording.value(response, "Retry-After").split("[;( ]", 2)[0], 0);
            failed(causeOf(response), seconds > 0
                    ? Optional.of(Duration.ofSeconds(Math.min(seconds, 3600)).plusMillis(random(0, 1000)))
                    : Optional.empty());
        }

        private RegistrationCause causeOf(Response response) {
            int status = response.getStatusCode();
            if (status == Response.FORBIDDEN) {
                return new RegistrationCause.WrongPassword();
            }
            if (status == Response.UNAUTHORIZED || status == Response.PROXY_AUTHENTICATION_REQUIRED) {
                return DigestChallenge.strongest(Wording.values(response, Exchange.challengeHeader(status))).isEmpty()
                        ? new RegistrationCause.NoCommonAlgorithm() : new RegistrationCause.WrongPassword();
            }
            return new RegistrationCause.Refused(status);
        }

        @Override
        public void silence(Responses.Silence why) {
            if (number == attempt) {
                failed(switch (why) {
                    case TIME_OUT -> new RegistrationCause.NoAnswer();
                    case NO_NETWORK -> new RegistrationCause.NoNetwork();
                }, Optional.empty());
            }
        }

        private static int number(String text, int otherwise) {
            return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
        }
    }
}
