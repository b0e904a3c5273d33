package ru.garnitura.desktop.link.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The random 256-bit key behind everything encrypted on this machine. Each purpose has a key of its own, derived from it.
public final class DataKey {

    static final int BYTES = 32;

    private final byte[] bytes;

    DataKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// The key for one purpose, 64 hexadecimal digits.
    public String hexFor(String purpose) {
        return HexFormat.of().formatHex(bytesFor(purpose));
    }

    byte[] bytesFor(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "DataKey[]";
    }
}
