package ru.garnitura.softphone.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTrustTest {

    /// Those without a certificate are met by nobody's certificate check (FAULTS 23).
    @ParameterizedTest
    @CsvSource({"TLS_AES_128_GCM_SHA256,true", "TLS_CHACHA20_POLY1305_SHA256,true",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,true", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,true",
        "TLS_DH_anon_WITH_AES_256_GCM_SHA384,false", "TLS_ECDH_anon_WITH_AES_128_CBC_SHA,false",
        "TLS_RSA_WITH_AES_256_GCM_SHA384,false", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,false", "TLS_RSA_WITH_NULL_SHA256,false"})
    void onlyCiphersThatAuthenticateAndForgetAreAskedFor(String suite, boolean asked) {
        assertThat(TlsTrust.strong(suite)).isEqualTo(asked);
    }
}
