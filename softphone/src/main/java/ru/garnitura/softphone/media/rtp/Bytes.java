package ru.garnitura.softphone.media.rtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Network byte order in byte arrays.
final class Bytes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {
    }

    static int getInt(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    static void putInt(byte[] data, int at, int value) {
        INT.set(data, at, value);
    }
}
