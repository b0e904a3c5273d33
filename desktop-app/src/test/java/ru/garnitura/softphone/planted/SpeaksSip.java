package ru.garnitura.softphone.planted;

import javax.sip.message.Request;

record SpeaksSip(Request invite) {
}
