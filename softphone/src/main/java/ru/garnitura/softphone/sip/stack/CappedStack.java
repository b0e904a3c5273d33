package ru.garnitura.softphone.sip.stack;

import javax.sip.PeerUnavailableException;

import gov.nist.javax.sip.SipStackImpl;

/// A JAIN-SIP stack that keeps to the number of server transactions it was given; the original reads it and takes any.
public final class CappedStack extends SipStackImpl {

    /// For a user agent that keeps its dialogs itself.
    public CappedStack() throws PeerUnavailableException {
        super(StackSettings.userAgent());
        unlimitedServerTransactionTableSize = false;
    }
}
