package ru.garnitura.desktop.link.policy;

import java.util.List;
import java.util.Set;

/// The operator at this desk.
///
/// @param queues ids of the queues served
public record Operator(String id, String login, String name, Set<Role> roles, List<String> queues) {

    public Operator {
        roles = Set.copyOf(roles);
        queues = List.copyOf(queues);
    }

    public enum Role { OPERATOR, TRAINEE, LEAD, QUALITY }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
