package ru.garnitura.desktop.link.signin;

import java.util.Arrays;

/// What the operator typed, kept after a sign-in off line until the back office has been asked, and never written down.
final class Credentials implements AutoCloseable {

    private final String login;
    private final char[] password;

    Credentials(String login, char[] password) {
        this.login = login.strip();
        this.password = password.clone();
    }

    String login() {
        return login;
    }

    char[] password() {
        return password.clone();
    }

    @Override
    public void close() {
        Arrays.fill(password, '\0');
    }

    /// Without either.
    @Override
    public String toString() {
        return "Credentials[]";
    }
}
