package ru.garnitura.softphone.media.dtls;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.garnitura.softphone.media.srtp.SrtpKeys;

/// One association with one peer: agrees on SRTP keys, then answers repeated handshake packets until it is closed.
public final class DtlsAssociation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DtlsAssociation.class);
    private static final int LISTEN_MS = 500;

    /// @param client   whether we begin
    /// @param expected fingerprint of the peer's certificate, as after `a=fingerprint:`
    public record Terms(DtlsIdentity identity, boolean client, String expected) {
    }

    private final Terms terms;
    private final DtlsPipe pipe;

    /// @param network sends a datagram; called on the thread of [#run]
    public DtlsAssociation(Terms terms, Consumer<byte[]> network) {
        this.terms = terms;
        pipe = new DtlsPipe(network);
    }

    /// Whether a datagram of this first byte is DTLS (RFC 7983).
    public static boolean isHandshake(byte first) {
        return first >= 20 && first <= 63;
    }

    /// Hands over a received datagram. Any thread.
    public void deliver(byte[] datagram) {
        pipe.deliver(datagram);
    }

    /// Blocks until the association is closed: an I/O lane of its own.
    ///
    /// @param agreed our keys and theirs, called once
    /// @throws IOException when the handshake failed: no answer in 15 s, another certificate, no profile in common
    public void run(BiConsumer<SrtpKeys, SrtpKeys> agreed) throws IOException {
        BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
        DTLSTransport transport;
        if (terms.client) {
            DtlsClient client = new DtlsClient(crypto, terms.identity, terms.expected);
            transport = new DTLSClientProtocol().connect(client, pipe);
            report(client.keys(), 0, agreed);
        } else {
            DtlsServer server = new DtlsServer(crypto, terms.identity, terms.expected);
            transport = new DTLSServerProtocol().accept(server, pipe);
            report(server.keys(), 1, agreed);
        }
        listen(transport);
    }

    private static void report(SrtpKeys @Nullable [] keys, int ours, BiConsumer<SrtpKeys, SrtpKeys> agreed)
            throws IOException {
        if (keys == null) {
            throw new IOException("the handshake ended without keys");
        }
        agreed.accept(keys[ours], keys[1 - ours]);
    }

    /// The peer repeats its last flight when ours was lost; the library answers while it is asked to receive. Whatever
    /// becomes of the association, the keys it gave are good.
    private void listen(DTLSTransport transport) {
        try {
            byte[] nothing = new byte[transport.getReceiveLimit()];
            while (!pipe.isClosed()) {
                transport.receive(nothing, 0, nothing.length, LISTEN_MS);
            }
        } catch (IOException ended) {
            LOG.debug("A DTLS association ended: {}", ended.toString());
        }
    }

    /// Ends [#run] within half a second, also in the middle of a handshake. Any thread.
    @Override
    public void close() {
        pipe.close();
    }
}
