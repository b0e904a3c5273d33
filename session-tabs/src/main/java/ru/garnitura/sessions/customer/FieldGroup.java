package ru.garnitura.sessions.customer;

import java.util.List;

/// Fields that are shown, locked and unlocked together.
///
/// @param key names the group on the wire (`contract`, `money`)
public record FieldGroup(String key, Access access, List<Field> fields) {

    public enum Access {
        /// Shown to any operator.
        OPEN,
        /// Needs a check of the customer's identity; values are not here.
        LOCKED,
        /// Checked in this contact; values are shown until it ends and are never stored.
        UNLOCKED
    }

    public FieldGroup {
        fields = access == Access.LOCKED ? fields.stream().map(Field::hidden).toList() : List.copyOf(fields);
    }

    /// The group as it may lie on this machine's disk: what was unlocked is locked again, without its values.
    public FieldGroup asCached() {
        return access == Access.UNLOCKED ? new FieldGroup(key, Access.LOCKED, fields) : this;
    }

    /// One line of the card.
    ///
    /// @param label in words, given by the back office
    /// @param value empty in a locked group, except for what `mask` lets through
    /// @param mask what may be shown without a check, such as `+7 937 ••• •• 18`; may be empty
    public record Field(String label, String value, String mask) {

        Field hidden() {
            return new Field(label, "", mask);
        }
    }
}
