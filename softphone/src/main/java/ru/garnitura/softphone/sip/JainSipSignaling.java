package ru.garnitura.softphone.sip;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.sip.message.Response;

import org.jspecify.annotations.Nullable;

import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.RegistrationCause;
import ru.garnitura.softphone.call.Signaling;
import ru.garnitura.softphone.call.SignalingException;
import ru.garnitura.softphone.call.SignalingListener;
import ru.garnitura.softphone.call.SignalingTrace;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneLane;
import ru.garnitura.softphone.sip.stack.TlsTrust;

/// Signaling over JAIN-SIP. One object serves one account from [#open] to [#close].
public final class JainSipSignaling implements Signaling {

    private static final int TRIES_FOR_A_PORT = 5;

    private final SoftphoneLane lane;
    private final Executor io;
    private final WireTrace trace;
    private @Nullable Opened opened;

    /// What an open account consists of.
    private record Opened(SipLine line, Legs legs, RequestDesk desk, Registration registration, Roaming roaming) {
    }

    /// Does nothing until opened; `io` resolves names.
    ///
    /// @param trace hears of each message, without personal data
    public JainSipSignaling(SoftphoneLane lane, Executor io, SignalingTrace trace) {
        this.lane = lane;
        this.io = io;
        this.trace = new WireTrace(trace, lane.executor());
    }

    @Override
    public InetSocketAddress open(SipAccount account, SignalingListener listener) {
        if (opened != null) {
            throw new IllegalStateException("Opened already");
        }
        SipUriParts aor = SipUriParts.parse(account.identity().aor()).filter(parts -> !parts.user().isEmpty())
                .orElseThrow(() -> setting("aor", account.identity().aor()));
        SipAccount.Route route = account.route();
        if (route.registrars().stream().anyMatch(registrar -> SipUriParts.parse(registrar).isEmpty())) {
            throw setting("registrar", route.registrar());
        }
        TlsTrust trust = trust(route);
        LateInbound inbound = new LateInbound();
        StackEdge edge = listen(route, inbound);
        SipWire wire = new SipWire(edge, edge.bound(), aor.user(), trace);
        HopFinder hops = new HopFinder(lane.executor(), io, new HopFinder.Means(route.transport(),
                edge.bound().getAddress(), edge.connections(), trust));
        SipLine line = new SipLine(account, wire,
                new SipLine.Way(SipLine.digestOf(account), new Realms(), hops, new Registrars(route.firstHops())), lane);
        Legs legs = new Legs(listener, edge.known());
        RequestDesk desk = new RequestDesk(line, legs);
        inbound.lead(desk);
        Roaming roaming = new Roaming(line, io, edge.connections(), listener::addressChanged);
        Registration registration = new Registration(line, now -> {
            listener.registrationChanged(now);
            roaming.registrationChanged(now);
        }, registrar -> {
            desk.trust(registrar);
            line.way().realms().serve(registrar);
            roaming.towards(registrar);
        });
        roaming.registerBy(registration::renew);
        opened = new Opened(line, legs, desk, registration, roaming);
        return wire.bound();
    }

    private static SignalingException setting(String name, String value) {
        return new SignalingException("Setting sip." + name + " makes no sense: " + value,
                new RegistrationCause.BadSetting(name), new IllegalArgumentException(name));
    }

    private static TlsTrust trust(SipAccount.Route route) {
        try {
            return route.ca().isEmpty() ? TlsTrust.ofSystem() : TlsTrust.of(Path.of(route.ca()));
        } catch (IOException | GeneralSecurityException e) {
            throw new SignalingException("Certificate authority can't be read from " + route.ca() + ": " + e.getMessage(),
                    new RegistrationCause.BadSetting("ca"), e);
        }
    }

    /// Where any port will do, another program may be quicker than we are; then the next one does.
    private StackEdge listen(SipAccount.Route route, StackEdge.Inbound inbound) {
        ListenAddress wanted = ListenAddress.parse(route.listen())
                .orElseThrow(() -> setting("listen", route.listen()));
        String transport = route.transport().name().toLowerCase(Locale.ROOT);
        for (int tries = 1;; tries++) {
            try {
                int port = wanted.port() == 0 ? StackEdge.freePort(wanted.address(), transport) : wanted.port();
                return new StackEdge(new InetSocketAddress(wanted.address(), port), transport,
                        new StackEdge.Lanes(lane.executor(), io), inbound, trace);
            } catch (SignalingException e) {
                if (wanted.port() != 0 || tries == TRIES_FOR_A_PORT) {
                    throw e;
                }
            } catch (IOException e) {
                throw new SignalingException("Can't listen for SIP on " + route.listen() + ": " + e.getMessage(),
                        new RegistrationCause.BadSetting("listen"), e);
            }
        }
    }

    @Override
    public void register() {
        use(line -> line.registration().start());
    }

    @Override
    public void renew() {
        use(line -> line.roaming().renew());
    }

    @Override
    public void refresh() {
        use(line -> line.registration().renew());
    }

    @Override
    public void unregister() {
        use(line -> line.registration().stop());
    }

    @Override
    public void invite(CallId call, String target, Map<String, String> extra, Function<InetAddress, String> offer) {
        use(line -> {
            OutgoingInvite invite = new OutgoingInvite(line.line(), line.legs(), call);
            line.legs().put(invite);
            invite.start(new OutgoingInvite.Wish(target, extra, offer));
        });
    }

    @Override
    public void ring(CallId call) {
        with(call, IncomingInvite.class, IncomingInvite::ring);
    }

    @Override
    public void answer(CallId call, String sdp) {
        with(call, IncomingInvite.class, invite -> invite.answer(sdp));
    }

    @Override
    public void refuse(CallId call, int status) {
        with(call, IncomingInvite.class, invite -> invite.refuse(status));
    }

    @Override
    public void modify(CallId call, String offer) {
        with(call, EstablishedLeg.class, leg -> leg.modify(offer));
    }

    @Override
    public void acceptOffer(CallId call, String sdp) {
        with(call, EstablishedLeg.class, leg -> leg.acceptOffer(sdp));
    }

    @Override
    public void refuseOffer(CallId call) {
        with(call, EstablishedLeg.class, EstablishedLeg::refuseOffer);
    }

    @Override
    public void transfer(CallId call, String target, Map<String, String> extra) {
        with(call, EstablishedLeg.class, leg -> leg.referrals().refer(target, extra));
    }

    @Override
    public void transferInto(CallId call, CallId consultation, Map<String, String> extra) {
        with(consultation, EstablishedLeg.class, consulted ->
                with(call, EstablishedLeg.class, leg -> leg.referrals().referInto(consulted.dialog(), extra)));
    }

    @Override
    public void referralProgressed(CallId call, int status) {
        with(call, EstablishedLeg.class, leg -> leg.referrals().progressed(status));
    }

    @Override
    public void sendDigit(CallId call, char digit) {
        with(call, EstablishedLeg.class, leg -> leg.digits().send(digit));
    }

    @Override
    public void end(CallId call) {
        use(line -> line.legs().find(call).ifPresent(Leg::end));
    }

    @Override
    public void close() {
        use(line -> {
            line.legs().endAll();
            line.roaming().stop();
            line.registration().stop();
            line.line().wire().close();
        });
        opened = null;
    }

    private void use(Consumer<Opened> action) {
        Opened line = opened;
        if (line != null) {
            action.accept(line);
        }
    }

    private <T extends Leg> void with(CallId call, Class<T> stage, Consumer<T> action) {
        use(line -> line.legs().find(call, stage).ifPresent(action));
    }

    /// Stands in while the stack listens already and the desk is not made yet.
    private static final class LateInbound implements StackEdge.Inbound {

        private volatile StackEdge.@Nullable Inbound desk;

        void lead(StackEdge.Inbound made) {
            desk = made;
        }

        @Override
        public void requested(Incoming incoming) {
            StackEdge.Inbound made = desk;
            if (made != null) {
                made.requested(incoming);
            }
        }

        @Override
        public void strayed(Response response) {
            StackEdge.Inbound made = desk;
            if (made != null) {
                made.strayed(response);
            }
        }
    }
}
