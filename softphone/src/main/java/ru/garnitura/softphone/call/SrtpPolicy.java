package ru.garnitura.softphone.call;

/// Whether media of an account may, or must, be encrypted.
public enum SrtpPolicy {
    OFF, OPTIONAL, REQUIRED
}
