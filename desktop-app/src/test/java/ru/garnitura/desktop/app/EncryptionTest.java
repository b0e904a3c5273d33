package ru.garnitura.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.garnitura.desktop.settings.Configuration;
import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SipTransport;
import ru.garnitura.softphone.call.SrtpPolicy;

/// Encrypted by default as soon as packets leave this machine.
class EncryptionTest {

    @ParameterizedTest
    @CsvSource({"sip:pbx.example.com,TLS,OPTIONAL", "sip:pbx.example.com:5061,TLS,OPTIONAL", "sip:pbx.example.com:5060,UDP,OPTIONAL",
        "sip:pbx.example.com;transport=udp,UDP,OPTIONAL", "sip:pbx.example.com;transport=TCP,TCP,OPTIONAL",
        "sips:pbx.example.com:5060,TLS,OPTIONAL", "sip:192.0.2.7,UDP,OPTIONAL", "sip:192.0.2.7:5060,UDP,OPTIONAL",
        "sip:192.0.2.7:5061,TLS,OPTIONAL", "sip:[2001:db8::1],UDP,OPTIONAL", "sip:127.0.0.1,UDP,OFF",
        "sip:127.0.0.1:35060,UDP,OFF", "sip:127.9.9.9:35060;transport=tls,TLS,OFF", "sip:localhost,UDP,OFF", "sip:[::1]:5070,UDP,OFF",
        "sip:127.0.0.1.example.com,TLS,OPTIONAL", "sip:localhost.example.com:5060,UDP,OPTIONAL"})
    void whatIsNotSaidIsEncryptedOutsideThisMachine(String registrar, SipTransport transport, SrtpPolicy srtp) {
        SipAccount account = Accounts.of(account("sip:101@example.com", registrar, null));
        assertThat(account.route().transport()).isEqualTo(transport);
        assertThat(account.policy().srtp()).isEqualTo(srtp);
    }

    @ParameterizedTest
    @CsvSource({"off,OFF", "optional,OPTIONAL", "required,REQUIRED"})
    void whatIsSaidHolds(String said, SrtpPolicy srtp) {
        assertThat(Accounts.of(account("sip:101@example.com", "sip:pbx.example.com", said)).policy().srtp()).isEqualTo(srtp);
        assertThat(Accounts.of(account("sip:101@127.0.0.1", "sip:127.0.0.1", said)).policy().srtp()).isEqualTo(srtp);
    }

    @Test
    void withoutARegistrarTheDomainOfTheAddressDecides() {
        SipAccount named = Accounts.of(account("sip:101@example.com", null, null));
        assertThat(named.route().registrar()).isEqualTo("sip:example.com");
        assertThat(named.route().transport()).isEqualTo(SipTransport.TLS);
        SipAccount secure = Accounts.of(account("sips:101@192.0.2.7", null, null));
        assertThat(secure.route().transport()).isEqualTo(SipTransport.TLS);
        SipAccount own = Accounts.of(account("sip:101@127.0.0.1", null, null));
        assertThat(own.route().transport()).isEqualTo(SipTransport.UDP);
        assertThat(own.policy().srtp()).isEqualTo(SrtpPolicy.OFF);
    }

    private static Configuration.Sip account(String aor, @Nullable String registrar, @Nullable String srtp) {
        return new Configuration.Sip(aor, registrar, null, null, null, null, null, srtp, null, null, null, null, null);
    }
}
