package ru.garnitura.backoffice.signin;

/// User and password an operator's softphone registers with.
public record SipLogin(String user, String password) {

    @Override
    public String toString() {
        return "SipLogin[" + user + "]";
    }
}
