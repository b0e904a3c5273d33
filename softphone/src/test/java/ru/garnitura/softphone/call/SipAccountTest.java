package ru.garnitura.softphone.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SipAccountTest {

    /// Turning to another registrar behind the same proxy would be the same way again.
    @Test
    void anOutboundProxyStandsBeforeEveryRegistrar() {
        var direct = new SipAccount.Route("sip:a, sip:b", "", "0.0.0.0:0", SipTransport.UDP);
        var proxied = new SipAccount.Route("sip:a, sip:b", "sip:p", "0.0.0.0:0", SipTransport.UDP);
        var redundant = new SipAccount.Route("sip:a", "sip:p, sip:q", "0.0.0.0:0", SipTransport.UDP);

        assertThat(direct.firstHops()).containsExactly("sip:a", "sip:b");
        assertThat(proxied.firstHops()).containsExactly("sip:p");
        assertThat(redundant.firstHops()).containsExactly("sip:p", "sip:q");
    }
}
