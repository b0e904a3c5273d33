package ru.garnitura.softphone.call;

/// Turns what media reports into what happens to its call. Signaling lane.
final class CallEars implements MediaListener {

    private final Switchboard switchboard;
    private final Call call;

    CallEars(Switchboard switchboard, Call call) {
        this.switchboard = switchboard;
        this.call = call;
    }

    @Override
    public void digitReceived(char digit) {
        switchboard.emit(new SoftphoneEvent.DigitReceived(call.id(), digit));
    }

    @Override
    public void remoteDirectionChanged(MediaDirection direction) {
        boolean held = switch (direction) {
            case SENDRECV, SENDONLY -> false;
            case RECVONLY, INACTIVE -> true;
        };
        if (call.hear(call.audio().heldByPeer(held)) && call.state().established()) {
            switchboard.changed(call);
        }
    }

    @Override
    public void silentFor(long milliseconds) {
        switchboard.emit(new SoftphoneEvent.RemoteSilent(call.id(), milliseconds));
        if (milliseconds == 0) {
            switchboard.networkBack();
        } else if (switchboard.patience().endsAfter(milliseconds)) {
            switchboard.endBy(call, new CallEndCause.WentSilent());
        }
    }

    @Override
    public void encryptionFailed() {
        switchboard.endBy(call, new CallEndCause.NoCommonMedia());
    }

    @Override
    public void mediaFailed() {
        switchboard.endBy(call, new CallEndCause.NoCommonMedia());
    }

    @Override
    public void deviceChanged(DeviceNotice notice) {
        switchboard.emit(new SoftphoneEvent.DeviceChanged(call.id(), notice));
    }
}
