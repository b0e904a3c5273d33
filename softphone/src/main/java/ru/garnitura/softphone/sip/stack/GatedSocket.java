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
import ru.garnitura.softphone.sip.gate.Verdict;

/// A socket that gives out only what passes the gate, and answers what does not. One receiving thread.
final class GatedSocket extends DatagramSocket {

    private static final Logger LOG = LoggerFactory.getLogger(GatedSocket.class);
    private static final int ANY_DATAGRAM = 65_535;

    private final Gatehouse gatehouse;
    private final byte[] buffer = new byte[ANY_DATAGRAM];

    GatedSocket(int port, InetAddress address, Gatehouse gatehouse) throws SocketException {
        super(port, address);
        this.gatehouse = gatehouse;
    }

    @Override
    public void receive(DatagramPacket wanted) throws IOException {
        boolean handed = false;
        while (!handed) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            super.receive(packet);
            try {
                handed = handed(packet, wanted);
            } catch (RuntimeException | Error bug) {
                gatehouse.watchdog().caught(bug);
            }
        }
    }

    private boolean handed(DatagramPacket packet, DatagramPacket wanted) {
        InetSocketAddress source = (InetSocketAddress) packet.getSocketAddress();
        switch (gatehouse.gate().judge(buffer, packet.getLength(), source)) {
            case Verdict.Pass pass when pass.length() + pass.mark().length() <= wanted.getData().length -> {
                byte[] message = pass.marked(buffer);
                System.arraycopy(message, 0, wanted.getData(), 0, message.length);
                wanted.setLength(message.length);
                wanted.setSocketAddress(source);
                return true;
            }
            case Verdict.Pass _ -> LOG.trace("Datagram dropped: too large");
            case Verdict.Refuse(String response, int port) -> answer(response, source.getAddress(), port);
            case Verdict.Drop(Verdict.Reason reason) -> LOG.trace("Datagram dropped: {}", reason);
        }
        return false;
    }

    private void answer(String response, InetAddress host, int port) {
        byte[] octets = response.getBytes(StandardCharsets.ISO_8859_1);
        try {
            send(new DatagramPacket(octets, octets.length, host, port));
        } catch (IOException e) {
            LOG.trace("A refusal could not be sent", e);
        }
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
