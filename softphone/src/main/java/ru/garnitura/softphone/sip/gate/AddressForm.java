package ru.garnitura.softphone.sip.gate;

/// The outer form of an address or a Via (RFC 3261, section 25.1): quotes and brackets are closed, an address has no gaps,
/// and no parameter is empty. One pass over the value, so the work grows with its length and with nothing else.
final class AddressForm {

    private final String value;
    private boolean quoted;
    private boolean bracketed;
    /// Nothing but blanks has followed the last comma or semicolon.
    private boolean separated;

    private AddressForm(String value) {
        this.value = value;
    }

    static boolean holds(String value) {
        return new AddressForm(value).holds();
    }

    private boolean holds() {
        for (int i = 0; i < value.length(); i++) {
            char octet = value.charAt(i);
            if (quoted) {
                i += octet == '\\' ? 1 : 0;
                quoted = octet != '"';
            } else if (octet == '"') {
                quoted = true;
                separated = false;
            } else if (!(bracketed ? withinBrackets(octet) : outside(octet))) {
                return false;
            }
        }
        return !quoted && !bracketed && !separated;
    }

    private boolean withinBrackets(char octet) {
        bracketed = octet != '>';
        return octet != '<' && !blank(octet);
    }

    private boolean outside(char octet) {
        boolean separator = octet == ';' || octet == ',';
        boolean nothingBetween = separator && separated;
        bracketed = octet == '<';
        separated = separator || (separated && blank(octet));
        return octet != '>' && !nothingBetween;
    }

    private static boolean blank(char octet) {
        return octet == ' ' || (octet >= '\t' && octet <= '\r');
    }
}
