package ru.garnitura.softphone.sip;

import ru.garnitura.softphone.call.SipAccount;
import ru.garnitura.softphone.call.SoftphoneLane;
import ru.garnitura.softphone.sip.digest.DigestClient;

/// One account's means of signaling, shared by its registration and its calls.
record SipLine(SipAccount account, SipWire wire, Way way, SoftphoneLane lane) {

    /// How requests find and prove their way.
    record Way(DigestClient digest, Realms realms, HopFinder hops, Registrars registrars) {
    }

    HopFinder hops() {
        return way.hops();
    }

    /// Ourselves as a From or To value.
    String party() {
        String name = account.identity().displayName();
        String quoted = name.isEmpty() ? "" : '"' + name.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\" ";
        return quoted + "<" + account.identity().aor() + ">";
    }

    /// URI of the host that takes every new request to `target`.
    String firstHop(String target) {
        return way.registrars().current().orElse(target);
    }

    /// Name or address and port of our own domain.
    String domain() {
        String aor = account.identity().aor();
        return aor.substring(aor.indexOf('@') + 1).split(";", 2)[0];
    }

    /// A request of an account that is not its registration.
    Exchange exchange(Realms.Purpose purpose, Exchange.Outcome outcome) {
        return new Exchange(wire, new Exchange.Proof(way.digest(), way.realms(), purpose), outcome);
    }

    /// An account's credentials, with nonces of their own.
    static DigestClient digestOf(SipAccount account) {
        SipAccount.Identity identity = account.identity();
        String user = identity.authUser().isEmpty()
                ? SipUriParts.parse(identity.aor()).map(SipUriParts::user).orElse("") : identity.authUser();
        return new DigestClient(user, identity.password());
    }
}
