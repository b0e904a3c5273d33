package ru.garnitura.sessions.customer;

import java.util.List;
import ru.garnitura.sessions.session.CustomerId;

/// The customer's card. Values of locked groups are never here: the back office keeps them until the check.
///
/// @param revision the back office's revision of the card; newer is greater in time, compared for equality only
public record Customer(CustomerId id, String name, CustomerProfile profile, List<FieldGroup> groups, String revision) {

    public Customer {
        groups = List.copyOf(groups);
    }

    public boolean isVerified() {
        return groups.stream().noneMatch(group -> group.access() == FieldGroup.Access.LOCKED);
    }
}
