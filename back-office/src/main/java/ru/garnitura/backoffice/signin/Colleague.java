package ru.garnitura.backoffice.signin;

import java.util.List;

/// An operator as the others may know him.
///
/// @param number what they call him by
public record Colleague(String name, String number, List<Role> roles) {

    public Colleague {
        roles = List.copyOf(roles);
    }
}
