package ru.garnitura.softphone.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ru.garnitura.softphone.call.CallEndCause;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallState;
import ru.garnitura.softphone.call.RegistrationState;
import ru.garnitura.softphone.call.ScriptedMedia;
import ru.garnitura.softphone.peers.Phone;
import ru.garnitura.softphone.peers.RawPeer;

/// Who gets an answer made with our password, and who does not (FAULTS 24). Strangers are at another address than the
/// registrar, which is the proxy too.
@SuppressWarnings("NullAway.Init")
class StrangersChallengeIT {

    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.7");
    private static final String UNAUTHORIZED = "401 Unauthorized";
    private static final String PROXY = "407 Proxy Authentication Required";

    private final Phone phone = new Phone("alice", new ScriptedMedia());
    private RawPeer registrar;
    private int nonces;

    @BeforeEach
    void serve() throws Exception {
        registrar = new RawPeer("127.0.0.1:9");
    }

    @AfterEach
    void close() {
        phone.close();
        registrar.close();
    }

    private static String next(RawPeer peer, String method) throws IOException {
        return peer.await(message -> message.startsWith(method + " "), Phone.PATIENCE);
    }

    private void challenge(RawPeer peer, String request, String status, String realm, String algorithm) throws IOException {
        nonces++;
        peer.respond(request, status, "t" + nonces, (status.equals(PROXY) ? "Proxy" : "WWW") + "-Authenticate: Digest realm=\""
                + realm + "\", nonce=\"n" + nonces + "\", algorithm=" + algorithm + ", qop=\"auth\", stale=true");
    }

    private String begin() throws Exception {
        phone.softphone().register(phone.account("sip:127.0.0.1:" + registrar.port(), "pw-alice"));
        phone.await(() -> !phone.softphone().snapshot().listening().isEmpty());
        registrar.towards(phone.softphone().snapshot().listening());
        return next(registrar, "REGISTER");
    }

    /// At a registrar that asked for SHA-256.
    private void register() throws Exception {
        challenge(registrar, begin(), UNAUTHORIZED, "pbx", "SHA-256");
        confirm(next(registrar, "REGISTER"));
    }

    private void confirm(String register) throws Exception {
        registrar.respond(register, "200 OK", "pbx", "Expires: 120");
        phone.await(() -> phone.softphone().snapshot().registration().state() == RegistrationState.REGISTERED);
    }

    /// He calls, we answer and hang up.
    private String byeAfterACallOf(RawPeer peer, String more) throws Exception {
        peer.send("INVITE", "asked", more + RawPeer.offer());
        CallId call = phone.awaitRinging().id();
        phone.softphone().answer(call);
        peer.send("ACK", "asked", "tag=" + RawPeer.toTag(peer.awaitFinal("INVITE", "asked")) + "\n");
        phone.awaitState(call, CallState.CONFIRMED);
        phone.softphone().end(call);
        return next(peer, "BYE");
    }

    /// What we are asked after the challenge is answered, and nothing before that is an answer to the challenge.
    private static void assertNothingIsProvedTo(RawPeer peer) throws IOException {
        peer.send("OPTIONS", "after", "");
        assertThat(peer.await(message -> message.contains("uthorization: Digest") || message.contains("CSeq: 2 OPTIONS"), Phone.PATIENCE))
                .startsWith("SIP/2.0 200");
    }

    @Test
    void aStrangerWhoCallsUsLearnsNothingFromOurBye() throws Exception {
        phone.listen();
        try (RawPeer stranger = new RawPeer(ELSEWHERE, phone.softphone().snapshot().listening())) {
            stranger.respond(byeAfterACallOf(stranger, ""), UNAUTHORIZED, "x", "WWW-Authenticate: Digest realm=\"pbx\", nonce=\"x\"");

            assertNothingIsProvedTo(stranger);
        }
    }

    @Test
    void whoeverKnowsTheRealmIsStillAStranger() throws Exception {
        register();
        try (RawPeer stranger = new RawPeer(ELSEWHERE, phone.softphone().snapshot().listening())) {
            challenge(stranger, byeAfterACallOf(stranger, ""), UNAUTHORIZED, "pbx", "SHA-256");

            assertNothingIsProvedTo(stranger);
        }
    }

    private String routed() {
        return "Record-Route: <sip:127.0.0.1:" + registrar.port() + ";lr>\n";
    }

    /// A loose router passes on whatever the remote side answers.
    @ParameterizedTest
    @CsvSource({"401 Unauthorized,other,SHA-256", "407 Proxy Authentication Required,other,SHA-256", "401 Unauthorized,pbx,MD5"})
    void whatAProxyPassesThroughIsNotItsOwn(String status, String realm, String algorithm) throws Exception {
        register();
        challenge(registrar, byeAfterACallOf(registrar, routed()), status, realm, algorithm);

        assertNothingIsProvedTo(registrar);
    }

    @ParameterizedTest
    @CsvSource({"401 Unauthorized,Authorization", "407 Proxy Authentication Required,Proxy-Authorization"})
    void theRegistrarsRealmIsAnsweredWithinACallToo(String status, String header) throws Exception {
        register();
        challenge(registrar, byeAfterACallOf(registrar, routed()), status, "pbx", "SHA-256");

        assertThat(registrar.await(message -> message.startsWith("BYE") && message.contains("\n" + header + ": Digest"), Phone.PATIENCE))
                .contains("realm=\"pbx\"");
    }

    @ParameterizedTest
    @CsvSource({"other,SHA-256", "pbx,MD5"})
    void aCalleeBehindTheProxyLearnsNothingFromOurInvite(String realm, String algorithm) throws Exception {
        register();
        CallId call = phone.dial("bob");
        challenge(registrar, next(registrar, "INVITE"), UNAUTHORIZED, realm, algorithm);

        assertThat(phone.awaitEnd(call)).isEqualTo(CallEndCause.of(401));
        assertNothingIsProvedTo(registrar);
    }

    @Test
    void aProxyWithARealmOfItsOwnStandsBeforeTheRegistrar() throws Exception {
        challenge(registrar, begin(), PROXY, "proxy", "MD5");
        challenge(registrar, next(registrar, "REGISTER"), UNAUTHORIZED, "pbx", "SHA-256");
        String register = next(registrar, "REGISTER");
        assertThat(register).contains("realm=\"proxy\"", "realm=\"pbx\"");
        confirm(register);

        CallId call = phone.dial("bob");
        challenge(registrar, next(registrar, "INVITE"), PROXY, "proxy", "MD5");
        next(registrar, "ACK");
        challenge(registrar, next(registrar, "INVITE"), UNAUTHORIZED, "pbx", "SHA-256");
        next(registrar, "ACK");
        String third = next(registrar, "INVITE");

        assertThat(third).contains("Proxy-Authorization: Digest", "\nAuthorization: Digest");
        registrar.respond(third, "486 Busy Here", "b", "");
        assertThat(phone.awaitEnd(call)).isEqualTo(new CallEndCause.Busy());
    }

    @Test
    void whomTheOperatorCallsWithoutARegistrarMayAskInThatCall() throws Exception {
        phone.listen();
        try (RawPeer gateway = new RawPeer(phone.softphone().snapshot().listening())) {
            CallId call = phone.dial("sip:raw@127.0.0.1:" + gateway.port());
            challenge(gateway, next(gateway, "INVITE"), UNAUTHORIZED, "gateway", "SHA-256");
            next(gateway, "ACK");
            String invite = next(gateway, "INVITE");
            assertThat(invite).contains("\nAuthorization: Digest");
            gateway.respond(invite, "200 OK", "one", RawPeer.offer());
            phone.awaitState(call, CallState.CONFIRMED);
            phone.softphone().end(call);
            challenge(gateway, next(gateway, "BYE"), UNAUTHORIZED, "gateway", "SHA-256");

            assertThat(gateway.await(message -> message.startsWith("BYE") && message.contains("\nAuthorization: Digest"), Phone.PATIENCE))
                    .contains("realm=\"gateway\"");
        }
    }
}
