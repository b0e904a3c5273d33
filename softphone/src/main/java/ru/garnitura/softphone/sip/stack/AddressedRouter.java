package ru.garnitura.softphone.sip.stack;

import java.util.Collections;
import java.util.ListIterator;

import gov.nist.javax.sip.message.SIPRequest;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;

import org.jspecify.annotations.Nullable;

/// Sends each request to the hop written on it, so that JAIN-SIP never resolves a name itself.
public final class AddressedRouter implements Router {

    /// The signature JAIN-SIP looks for.
    public AddressedRouter(SipStack stack, @Nullable String outboundProxy) {
    }

    /// Writes the hop on a request.
    public static void address(Request request, Hop hop) {
        ((SIPRequest) request).setApplicationData(hop);
    }

    @Override
    public @Nullable Hop getNextHop(Request request) {
        return ((SIPRequest) request).getApplicationData() instanceof Hop hop ? hop : null;
    }

    @Override
    @Deprecated
    public ListIterator<Hop> getNextHops(Request request) {
        Hop hop = getNextHop(request);
        return (hop == null ? Collections.<Hop>emptyList() : Collections.singletonList(hop)).listIterator();
    }

    @Override
    public @Nullable Hop getOutboundProxy() {
        return null;
    }
}
