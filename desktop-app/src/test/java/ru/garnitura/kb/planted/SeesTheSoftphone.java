package ru.garnitura.kb.planted;

import ru.garnitura.softphone.call.CallId;

record SeesTheSoftphone(CallId call) {
}
