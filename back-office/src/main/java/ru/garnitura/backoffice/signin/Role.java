package ru.garnitura.backoffice.signin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an operator may be; checked by the server on each call.
public enum Role {
    OPERATOR,
    TRAINEE,
    LEAD,
    QUALITY,
    EDITOR;

    /// As it stands in the contract and in the store.
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
