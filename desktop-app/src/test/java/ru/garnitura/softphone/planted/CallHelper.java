package ru.garnitura.softphone.planted;

final class CallHelper {
}
