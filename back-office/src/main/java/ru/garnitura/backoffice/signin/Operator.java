package ru.garnitura.backoffice.signin;

import java.util.List;

/// One of our users.
public record Operator(String id, String login, String name, List<Role> roles, List<String> queues) {

    public Operator {
        roles = List.copyOf(roles);
        queues = List.copyOf(queues);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// The name customers see: the first word.
    public String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
