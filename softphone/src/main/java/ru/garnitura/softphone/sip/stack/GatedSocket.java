package ru.garnitura.softphone.sip.stack;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ru.garnitura.softphone.sip.gate.BranchMark;
import ru.garnitura.softphone.sip.gate.DatagramGate;
import ru.garnitura.softphone.sip.gate.SourceLimiter;
import ru.garnitura.softphone.sip.gate.Verdict;

/// A socket that gives out only what passes the gate, and answers what does not. One receiving thread.
final class GatedSocket extends DatagramSocket {

    private static final Logger LOG = LoggerFactory.getLogger(GatedSocket.class);
    private static final int ANY_DATAGRAM = 65_535;

    private final DatagramGate gate = new DatagramGate(SourceLimiter.usual());
    private final byte[] buffer = new byte[ANY_DATAGRAM];

    GatedSocket(int port, InetAddress address) throws SocketException {
        super(port, address);
    }

    @Override
    public void receive(DatagramPacket wanted) throws IOException {
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            super.receive(packet);
            InetSocketAddress source = (InetSocketAddress) packet.getSocketAddress();
            switch (gate.judge(buffer, packet.getLength(), source)) {
                case Verdict.Pass pass when pass.length() + pass.mark().length() <= wanted.getData().length -> {
                    hand(pass, wanted);
                    wanted.setSocketAddress(source);
                    return;
                }
                case Verdict.Pass _ -> LOG.trace("Datagram dropped: too large");
                case Verdict.Refuse(String response, int port) -> answer(response, source.getAddress(), port);
                case Verdict.Drop(Verdict.Reason reason) -> LOG.trace("Datagram dropped: {}", reason);
            }
        }
    }

    private void answer(String response, InetAddress host, int port) throws IOException {
        byte[] octets = response.getBytes(StandardCharsets.ISO_8859_1);
        send(new DatagramPacket(octets, octets.length, host, port));
    }

    private void hand(Verdict.Pass pass, DatagramPacket wanted) {
        byte[] mark = pass.branchEnd() < 0 ? new byte[0] : pass.mark().getBytes(StandardCharsets.ISO_8859_1);
        int before = Math.max(pass.branchEnd(), 0);
        byte[] to = wanted.getData();
        System.arraycopy(buffer, 0, to, 0, before);
        System.arraycopy(mark, 0, to, before, mark.length);
        System.arraycopy(buffer, before, to, before + mark.length, pass.length() - before);
        wanted.setLength(pass.length() + mark.length);
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        if (!BranchMark.concerns(packet.getData(), packet.getOffset(), packet.getLength())) {
            super.send(packet);
            return;
        }
        String text = new String(packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.ISO_8859_1);
        byte[] octets = BranchMark.removed(text).getBytes(StandardCharsets.ISO_8859_1);
        super.send(new DatagramPacket(octets, octets.length, packet.getAddress(), packet.getPort()));
    }
}
