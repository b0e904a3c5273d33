package ru.garnitura.backoffice.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.garnitura.backoffice.store.Row;
import ru.garnitura.backoffice.store.Tx;

/// Operators in the store.
public final class Operators {

    private Operators() {}

    /// Adds an operator who is not ready yet.
    ///
    /// @param passwordHash from [Passwords#hash]
    /// @param sip user and password of the operator's SIP account
    public static void add(Tx tx, Operator operator, String passwordHash, SipLogin sip) {
        tx.update(
                """
                INSERT INTO operator(id, login, name, roles, queues, password, sip_user, sip_password,
                    state, reason, voice, chat, since, missed)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, 'notReady', NULL, TRUE, TRUE, 0, 0)""",
                operator.id(),
                operator.login(),
                operator.name(),
                operator.roles().stream().map(Role::code).collect(Collectors.joining(",")),
                String.join(",", operator.queues()),
                passwordHash,
                sip.user(),
                sip.password());
    }

    public static Optional<Operator> byId(Tx tx, String id) {
        return tx.first(Operators::operator, "SELECT * FROM operator WHERE id = ?", id);
    }

    public static List<Operator> all(Tx tx) {
        return tx.list(Operators::operator, "SELECT * FROM operator ORDER BY id");
    }

    static Optional<Known> byLogin(Tx tx, String login) {
        return tx.first(
                row -> new Known(operator(row), row.text("password")), "SELECT * FROM operator WHERE login = ?", login);
    }

    public static Optional<SipLogin> sipLogin(Tx tx, String id) {
        return tx.first(
                row -> new SipLogin(row.text("sip_user"), row.text("sip_password")),
                "SELECT sip_user, sip_password FROM operator WHERE id = ?",
                id);
    }

    /// Everybody but one, by name, as those who call or transfer to them know them.
    public static List<Colleague> colleagues(Tx tx, String but) {
        return tx.list(
                row -> new Colleague(
                        row.text("name"),
                        row.text("sip_user"),
                        Arrays.stream(row.text("roles").split(",")).map(Role::parse).toList()),
                "SELECT name, sip_user, roles FROM operator WHERE id <> ? ORDER BY name",
                but);
    }

    public static List<SipLogin> sipLogins(Tx tx) {
        return tx.list(
                row -> new SipLogin(row.text("sip_user"), row.text("sip_password")),
                "SELECT sip_user, sip_password FROM operator ORDER BY sip_user");
    }

    private static Operator operator(Row row) {
        return new Operator(
                row.text("id"),
                row.text("login"),
                row.text("name"),
                Arrays.stream(row.text("roles").split(",")).map(Role::parse).toList(),
                Arrays.stream(row.text("queues").split(",")).filter(queue -> !queue.isEmpty()).toList());
    }

    record Known(Operator operator, String passwordHash) {}
}
